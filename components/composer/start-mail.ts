import type { Account } from "#lib/contracts/account";
import type { ConversationDetail } from "#lib/contracts/conversation";
import type { Message } from "#lib/contracts/message";
import { replyRecipients } from "#lib/mail/recipients";
import { forwardSubject, replySubject } from "#lib/mail/subject";
import type { MailFields, MailFile } from "./mail-fields.ts";
import { plainText } from "./plain-text.ts";
import { signatureHtml } from "./signature.ts";

export type Start = {
  accounts: readonly Pick<Account, "id" | "emailAddress" | "state" | "signature">[];
  /** The writer's own, for accounts that have none. */
  signature: string;
  /** They write without looks. */
  isPlain: boolean;
};

/** An empty mail with its signature. */
export function startNewMail(start: Start): MailFields {
  const [account] = start.accounts;
  return {
    kind: "new",
    accountId: account?.id ?? null,
    to: [],
    cc: [],
    bcc: [],
    subject: "",
    ...signed(account, start),
    files: [],
    answeredMessageId: null,
    quote: "none",
  };
}

/** An answer to `message`, from the account that it was written to. @param files of the mail, made ours, when it is forwarded */
export function startAnswer(
  kind: "reply" | "reply-all" | "forward",
  conversation: Pick<ConversationDetail, "subject">,
  message: Message,
  start: Start,
  files: MailFile[],
): MailFields {
  const ownAddresses = start.accounts.map((account) => account.emailAddress);
  const recipients =
    kind === "forward" ? { to: [], cc: [] } : replyRecipients({ message, ownAddresses, all: kind === "reply-all" });
  const subject = message.subject || conversation.subject;
  const account = accountFor(message, start);
  return {
    kind,
    accountId: account?.id ?? null,
    ...recipients,
    bcc: [],
    subject: kind === "forward" ? forwardSubject(subject) : replySubject(subject),
    ...signed(account, start),
    files,
    answeredMessageId: message.id,
    quote: kind === "forward" ? "forward" : "reply",
  };
}

/** What an answer answers to: the message asked for, else the newest that came in, else the newest. */
export function answeredMessage(conversation: ConversationDetail, messageId: number | undefined): Message | undefined {
  const { messages } = conversation;
  return (
    messages.find((message) => message.id === messageId) ??
    messages.findLast((message) => message.direction === "in") ??
    messages.at(-1)
  );
}

/** The account it names, else the first that holds it. */
function accountFor(message: Message, { accounts }: Start) {
  const named = new Set([message.from, ...message.to, ...message.cc].map((person) => person.address.toLowerCase()));
  const held = accounts.filter((account) => message.placements.some((placement) => placement.accountId === account.id));
  return (
    held.find((account) => named.has(account.emailAddress.toLowerCase())) ??
    accounts.find((account) => named.has(account.emailAddress.toLowerCase())) ??
    held[0] ??
    accounts[0]
  );
}

function signed(account: Start["accounts"][number] | undefined, { signature: ofWriter, isPlain }: Start) {
  const signature = signatureHtml(account, ofWriter);
  const html = signature === "" ? "" : `<p></p>${signature}`;
  return isPlain ? { isPlain, html: "", text: plainText(html) } : { isPlain, html, text: "" };
}
