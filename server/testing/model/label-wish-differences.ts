import { asc, eq, inArray } from "drizzle-orm";
import { folders, messages, operations } from "#db/schema/index";
import { store } from "../../store.ts";
import type { GmailMailbox } from "../scripted-imap/gmail/gmail-mailbox.ts";
import { messageIdOf, type Ledger } from "./ledger.ts";

/** The last word of agents on each label of each mail, where no other program handled the mail and it was not moved since. */
export async function labelWishDifferences(mailbox: GmailMailbox, ledger: Ledger): Promise<string[]> {
  const labels = new Map((await store().read.select().from(folders)).map(({ id, label }) => [id, label]));
  const rows = await store()
    .read.select({ payload: operations.payload, state: operations.state, id: messages.internetMessageId })
    .from(operations)
    .innerJoin(messages, eq(messages.id, operations.messageId))
    .where(inArray(operations.kind, ["store-labels", "move"]))
    .orderBy(asc(operations.id));
  const wished = new Map<string, Map<string, boolean | null>>();
  for (const { payload, state, id } of rows) {
    const wishes = wished.get(id) ?? new Map<string, boolean | null>();
    wished.set(id, wishes);
    if (state === "cancelled") continue;
    // Into Trash and Spam \Inbox does not go along.
    if (payload.kind === "move") wishes.clear();
    if (payload.kind !== "store-labels") continue;
    const note = (folderIds: number[], isOn: boolean) => {
      for (const folderId of folderIds) {
        const label = labels.get(folderId);
        if (label) wishes.set(label, state === "done" ? isOn : null);
      }
    };
    note(payload.removeFolderIds, false);
    note(payload.addFolderIds, true);
  }
  return [...mailbox.mails].flatMap((mail) => {
    const id = messageIdOf(mail.source);
    if (mail.where !== "all" || !ledger.isLeftAlone(id)) return [];
    return [...(wished.get(id) ?? [])].flatMap(([label, isOn]) =>
      isOn === null || mail.labels.includes(label) === isOn
        ? []
        : [`<${id}> was to ${isOn ? "have" : "lose"} ${label}`],
    );
  });
}
