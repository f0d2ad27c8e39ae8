import {
  beginningOf,
  conversationOfCopy,
  copyOfDraft,
  draftToSave,
  type DraftCopy,
  filesOfDraft,
  mailBefore,
  putCopy,
} from "#db/queries/drafts/draft-copies";
import { primaryFolder, type OutboxFolder } from "#db/queries/outbox/outbox-account";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { wishOperations } from "#db/queries/outbox/wish-operations";
import { readBlob } from "../../../blobs.ts";
import { now } from "../../../clock.ts";
import { commit } from "../../../events/commit.ts";
import type { ImapSession } from "../../../imap/session.ts";
import { buildDraft } from "../../../mime/build-draft.ts";
import { htmlToText } from "../../../mime/html-to-text.ts";
import { store } from "../../../store.ts";
import type { OutboxContext } from "../../context.ts";
import { HopelessError } from "../../outcome.ts";
import { uidsByMessageId } from "../find-message.ts";

type Draft = NonNullable<Awaited<ReturnType<typeof draftToSave>>>;
type Place = { uid: number; uidValidity: bigint };

/**
 * Saves a draft to the account's Drafts folder: the new copy is written, then the one that we wrote before is taken away, by its UID. What
 * another mail program has made of it meanwhile has another UID and stays: nobody's text is lost.
 */
export async function saveDraft(context: OutboxContext, operationId: number, draftId: number): Promise<void> {
  const draft = await draftToSave(store().read, draftId);
  if (!draft || draft.accountId !== context.account.id) return settle(operationId);
  const folder = await primaryFolder(store().read, context.account.id, "drafts");
  if (!folder) throw new HopelessError("This account has no folder for drafts.");
  const copy = await copyOfDraft(store().read, draftId);
  const former = copy?.folderId === folder.id ? copy : undefined;
  const internetMessageId = `draft.${tokenOf(draft)}.${draft.version}@${draft.fromAddress.split("@").at(-1) ?? "invalid"}`;
  const source = await sourceOf(draft, copy, internetMessageId);
  const place = await context.sessions.run(context.account.id, 2, async (session) => {
    const saved = await append(session, folder, source, internetMessageId, draft.updatedAt);
    if (saved && former && former.uidValidity === saved.uidValidity && former.uid !== saved.uid)
      await session.removeCopied([former.uid]);
    return saved;
  });
  await settleSaved(context, operationId, draft, folder, place, copy !== undefined && !former ? copy : null);
}

const tokenOf = ({ id, createdAt }: Draft) => `${id}-${createdAt.getTime().toString(36)}`;

/** Once, however often it is begun: the Message-ID names this very version. The folder is selected afterwards. */
async function append(
  session: ImapSession,
  folder: OutboxFolder,
  source: Buffer,
  internetMessageId: string,
  savedAt: Date,
): Promise<Place | null> {
  const { uidValidity } = await session.select(folder.path);
  const [known] = await uidsByMessageId(session, internetMessageId);
  if (known !== undefined) return { uid: known, uidValidity };
  const receipt = await session.append(folder.path, source, ["\\Draft", "\\Seen"], savedAt);
  if (receipt.uid !== null && receipt.uidValidity === uidValidity) return { uid: receipt.uid, uidValidity };
  await session.select(folder.path);
  const uid = (await uidsByMessageId(session, internetMessageId)).at(-1);
  return uid === undefined ? null : { uid, uidValidity };
}

async function sourceOf(draft: Draft, copy: DraftCopy | undefined, internetMessageId: string): Promise<Buffer> {
  const { read } = store();
  const { conversationId } = draft;
  const answered = conversationId === null ? undefined : await mailBefore(read, conversationId);
  // A new mail answers nothing; naming what it began as keeps its copies in one conversation. What is sent names neither.
  const homeId = conversationId ?? (copy && conversationOfCopy(read, copy));
  const begun = answered || homeId === undefined ? undefined : await beginningOf(read, homeId);
  const files = await filesOfDraft(store().read, draft.attachmentIds);
  const attachments = await Promise.all(
    files.flatMap(({ filename, contentType, contentId, blob }) =>
      blob === null
        ? []
        : [
            readBlob(blob).then((content) => ({
              filename,
              contentType,
              content,
              ...(contentId !== "" && { contentId }),
            })),
          ],
    ),
  );
  return buildDraft({
    internetMessageId,
    token: tokenOf(draft),
    savedAt: draft.updatedAt,
    from: { name: draft.fromName, address: draft.fromAddress },
    to: draft.to,
    cc: draft.cc,
    bcc: draft.bcc,
    subject: draft.subject,
    text: draft.html === "" ? draft.text : htmlToText(draft.html),
    html: draft.html,
    inReplyTo: answered?.internetMessageId ?? "",
    references: answered
      ? [...answered.references, answered.internetMessageId]
      : begun
        ? [begun.internetMessageId]
        : [],
    attachments,
  });
}

async function settle(operationId: number): Promise<void> {
  await commit(async (tx) => settleOperations(tx, [operationId], "done", now()));
}

async function settleSaved(
  { account }: OutboxContext,
  operationId: number,
  draft: Draft,
  { id: folderId }: OutboxFolder,
  place: Place | null,
  elsewhere: Awaited<ReturnType<typeof copyOfDraft>> | null,
): Promise<void> {
  await commit(async (tx, changed) => {
    settleOperations(tx, [operationId], "done", now());
    const isStillThere = (await draftToSave(tx, draft.id)) !== undefined;
    const removals = [elsewhere, !isStillThere && place ? { accountId: account.id, folderId, ...place } : null];
    for (const old of removals) {
      if (!old) continue;
      const payload = {
        kind: "remove-draft" as const,
        folderId: old.folderId,
        uidValidity: String(old.uidValidity),
        uid: old.uid,
      };
      const when = { priority: 1 as const, notBefore: now(), createdAt: now() };
      await wishOperations(tx, [{ accountId: old.accountId, messageId: null, payload, ...when }]);
      changed({ type: "outbox.wished", accountId: old.accountId, inboxIds: [] });
    }
    if (isStillThere && place)
      await putCopy(tx, { draftId: draft.id, accountId: account.id, folderId, savedVersion: draft.version, ...place });
  });
}
