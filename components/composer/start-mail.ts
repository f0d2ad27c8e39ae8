import type { Account } from "#lib/contracts/account";
import type { ConversationDetail } from "#lib/contracts/conversation";
import type { Message, MessageText } from "#lib/contracts/message";
import { replyRecipients } from "#lib/mail/recipients";
import { forwardSubject, replySubject } from "#lib/mail/subject";
import type { Strings } from "#lib/strings/strings";
import { fullTime } from "#lib/time";
import type { MailFields } from "./mail-fields.ts";

export type Start = { accounts: readonly Pick<Account, "id" | "emailAddress" | "state">[]; signature: string };

/** An empty mail with its signature. */
export function startNewMail({ accounts, signature }: Start): MailFields {
  return {
    kind: "new",
    accountId: accounts[0]?.id ?? null,
    to: [],
    cc: [],
    bcc: [],
    subject: "",
    html: signatureHtml(signature),
    text: "",
    files: [],
  };
}

/** An answer to `message`, from the account that it was written to. */
export function startAnswer(
  strings: Strings,
  kind: "reply" | "reply-all" | "forward",
  conversation: Pick<ConversationDetail, "subject">,
  message: Message,
  start: Start,
  original: MessageText | undefined,
): MailFields {
  const ownAddresses = start.accounts.map((account) => account.emailAddress);
  const recipients =
    kind === "forward" ? { to: [], cc: [] } : replyRecipients({ message, ownAddresses, all: kind === "reply-all" });
  const subject = message.subject || conversation.subject;
  return {
    kind,
    accountId: accountFor(message, start),
    ...recipients,
    bcc: [],
    subject: kind === "forward" ? forwardSubject(subject) : replySubject(subject),
    html: signatureHtml(start.signature) + (kind === "forward" ? forwardedHtml(strings, message, original) : ""),
    text: "",
    files: kind === "forward" ? message.attachments.filter((file) => !file.inline) : [],
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
function accountFor(message: Message, { accounts }: Start): number | null {
  const named = new Set([message.from, ...message.to, ...message.cc].map((person) => person.address.toLowerCase()));
  const held = accounts.filter((account) => message.placements.some((placement) => placement.accountId === account.id));
  const chosen =
    held.find((account) => named.has(account.emailAddress.toLowerCase())) ??
    accounts.find((account) => named.has(account.emailAddress.toLowerCase())) ??
    held[0] ??
    accounts[0];
  return chosen?.id ?? null;
}

function signatureHtml(signature: string): string {
  return signature.trim() === "" ? "" : `<p></p><p>${lines(`-- \n${signature.trim()}`)}</p>`;
}

function forwardedHtml(strings: Strings, message: Message, original: MessageText | undefined): string {
  const names = strings.conversation.headerNames;
  const list = (people: Message["to"]) =>
    people.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(", ");
  const head = [
    strings.composer.forwardedIntro,
    `${names.from}: ${list([message.from])}`,
    `${names.date}: ${fullTime(new Date(message.sentAt ?? message.receivedAt), strings.locale)}`,
    `${names.subject}: ${message.subject}`,
    `${names.to}: ${list(message.to)}`,
  ];
  const text = original?.text.trim() || message.preview;
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => `<p>${lines(paragraph)}</p>`);
  return `<p></p><p>${lines(head.join("\n"))}</p>${paragraphs.join("")}`;
}

function lines(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
    .split("\n")
    .join("<br>");
}
