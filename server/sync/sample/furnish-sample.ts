import { addNoteRow, addTags, changeConversation } from "#db/queries/conversations/change-conversation";
import { addTag, findTagNamed } from "#db/queries/conversations/tag-rows";
import { noteAttention } from "#db/queries/health/attention";
import { updateRunningAccount, type AccountRow } from "#db/queries/sync/accounts";
import { colleaguesOfInbox, conversationsWithSubject } from "#db/queries/sync/sample-mail";
import { refreshConversations } from "#db/queries/refresh-conversations";
import type { Db } from "#db/dialect/sqlite";
import type { Change } from "#lib/contracts/change";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import { sampleTags, sampleWork, type SampleWork } from "./sample-work.ts";

const hourMs = 3_600_000;

/** Leaves the traces of a morning's work on the sample mails and says that the account is complete, both in one commit: once. */
export async function furnishSample({ id: accountId, inboxId }: AccountRow): Promise<void> {
  await commit(async (tx, changed) => {
    const isRunning = await updateRunningAccount(tx, accountId, {
      state: "live", stateCode: "", stateDetail: "", stateChangedAt: now(), lastSyncedAt: now(),
    }); // prettier-ignore
    if (isRunning === undefined) return;
    await noteAttention(tx, accountId, "live", now());
    const tagIds = await makeTags(tx, changed);
    const people = await colleaguesOfInbox(tx, inboxId);
    const touched: number[] = [];
    for (const work of sampleWork) {
      for (const conversationId of conversationsWithSubject(tx, accountId, work.words)) {
        await doWork(tx, { conversationId, inboxId, people, tagIds }, work);
        touched.push(conversationId);
      }
    }
    await refreshConversations(tx, touched);
    changed({ type: "inbox.changed", inboxId, inboxIds: [inboxId] });
    changed({ type: "account.changed", accountId, inboxIds: [inboxId] });
  });
}

/** A tag of that name that is there already is used, and stays its owner's. */
async function makeTags(tx: Db, changed: (change: Change) => void): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const tag of sampleTags) {
    const known = await findTagNamed(tx, tag.name);
    const tagId = known ?? (await addTag(tx, { ...tag, isSample: true, createdAt: now() }));
    if (known === undefined) changed({ type: "tag.changed", tagId });
    ids.set(tag.name, tagId);
  }
  return ids;
}

type Scene = { conversationId: number; inboxId: number; people: number[]; tagIds: Map<string, number> };

async function doWork(tx: Db, scene: Scene, work: SampleWork): Promise<void> {
  const { conversationId, inboxId, people, tagIds } = scene;
  const { assignee, status, snoozedHours } = work;
  const colleague = (place: number) => people[place] ?? people[0] ?? null;
  await changeConversation(tx, conversationId, {
    ...(assignee !== undefined && { assigneeId: colleague(assignee) }),
    ...(status && { status, closedAt: status === "closed" ? now() : null }),
    ...(snoozedHours && { snoozedUntil: new Date(now().getTime() + snoozedHours * hourMs) }),
  });
  await addTags(tx, conversationId, (work.tags ?? []).flatMap((name) => tagIds.get(name) ?? [])); // prettier-ignore
  if (work.note !== undefined)
    await addNoteRow(tx, { conversationId, inboxId, authorId: colleague(1), text: work.note, createdAt: now() });
}
