import type { Account } from "#lib/contracts/account";
import type { Inbox, Me } from "#lib/contracts/agent";
import type { ConversationDetail } from "#lib/contracts/conversation";
import { firstNameOf, type PlaceholderValues } from "#lib/mail/placeholders";
import type { MailFields } from "../mail-fields.ts";

export type Known = {
  fields: Pick<MailFields, "to" | "subject">;
  me: Pick<Me, "name"> | undefined;
  account: Pick<Account, "inboxId"> | undefined;
  inboxes: readonly Pick<Inbox, "id" | "name">[];
  /** Undefined for a new mail. */
  conversation: Pick<ConversationDetail, "number" | "subject"> | undefined;
};

/** What the placeholders of a canned reply stand for in a mail; the contact is the first whom it goes to. */
export function placeholderValues({ fields, me, account, inboxes, conversation }: Known): PlaceholderValues {
  const [contact] = fields.to;
  return {
    "contact.firstName": firstNameOf(contact?.name ?? ""),
    "contact.name": contact?.name ?? "",
    "contact.email": contact?.address ?? "",
    "agent.firstName": firstNameOf(me?.name ?? ""),
    "agent.name": me?.name ?? "",
    "inbox.name": inboxes.find(({ id }) => id === account?.inboxId)?.name ?? "",
    "conversation.number": conversation === undefined ? "" : String(conversation.number),
    "conversation.subject": conversation?.subject ?? fields.subject,
  };
}
