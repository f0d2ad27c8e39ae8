import { placesOfConversation, type ActPlace } from "#db/queries/conversations/act-places";
import { labelsOfAccounts, type LabelFolder } from "#db/queries/labels/labels-of-account";
import type { SetLabels } from "#lib/contracts/conversation";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { actOnConversation } from "./act-on-conversation.ts";
import { openFound } from "./open-found.ts";
import { mayBeGiven } from "./plan-labels.ts";
import { wishLabels } from "./wish-labels.ts";

/** Puts Gmail's labels on all of its mail in All Mail, and takes them off; labels are named by the folders that show them. */
export async function labelConversation(agent: Agent, conversationId: number, wanted: SetLabels): Promise<void> {
  await actOnConversation(agent, conversationId, async (act) => {
    const places = (await placesOfConversation(act.tx, agent.inboxIds, act.conversation.id)).filter(isInAllMail);
    const labels = labelsOfAccounts(act.tx, [...new Set(places.map((place) => place.accountId))]);
    const named = (ids: number[]) => ids.map((id) => requireLabel(labels, id));
    const [add, remove] = [named(wanted.addFolderIds), named(wanted.removeFolderIds)];
    const wishes = places.flatMap((place) => {
      const ofAccount = (folder: LabelFolder) => folder.accountId === place.accountId;
      const has = ({ label }: LabelFolder) => place.labels.includes(label);
      const added = add.filter((folder) => ofAccount(folder) && !has(folder) && !remove.includes(folder));
      const removed = remove.filter((folder) => ofAccount(folder) && has(folder));
      return added.length + removed.length > 0 ? [{ place, add: added, remove: removed }] : [];
    });
    const possible = wishes.filter(({ place }) => place.mode === "two-way");
    if (wishes.length > 0 && possible.length === 0)
      throw new AppError(
        "conflict",
        "Its mail lies in an account that is connected read-only, so it cannot be labelled.",
      );
    await wishLabels(act, possible);
    await openFound(act, possible);
    return possible.length > 0;
  });
}

const isInAllMail = (place: ActPlace): boolean =>
  place.allMailId !== null &&
  (place.movingToFolderId ?? place.folderId) === place.allMailId &&
  place.shownRole !== "drafts";

function requireLabel(labels: readonly LabelFolder[], folderId: number): LabelFolder {
  const folder = labels.find((one) => one.id === folderId);
  if (!folder) throw new AppError("not_found", "None of its accounts has such a label.");
  if (!mayBeGiven(folder)) throw new AppError("conflict", `Gmail itself decides what lies in “${folder.name}”.`);
  return folder;
}
