import type { Letter } from "./compose.ts";
import { sales, support, type Person } from "./people.ts";

/** What an agent decides about a conversation at a glance. */
export type Decision =
  | "answer"
  | "answer and close"
  | "close"
  | "archive"
  | "spam"
  | "trash"
  | "file"
  | "snooze"
  | "wait"
  | "give"
  | "take"
  | "tag";

/** A conversation on a busy morning: its mails, oldest first, and what becomes of it. */
export type Case = {
  decision: Decision;
  subject: string;
  letters: (Letter & { messageId: string })[];
  /** Those that lie together, and are dealt with at once. */
  group?: string;
};

/** Sixty mails in two mailboxes, as a morning brings them, each a minute after the one before. */
export function sixtyMails(startAt: Date): Case[] {
  let count = 0;
  const letter = (from: Person, to: Person | Person[], subject: string, rest: Partial<Letter> = {}) => {
    count += 1;
    const receivedAt = new Date(startAt.getTime() + count * 60_000);
    return { from, to, subject, messageId: `<triage-${count}@mail.test>`, receivedAt, ...rest };
  };
  const single = (decision: Decision, from: Person, subject: string, rest: Partial<Letter> = {}): Case => ({
    decision,
    subject,
    letters: [letter(from, rest.to ?? support, subject, rest)],
  });
  const thread = (decision: Decision, from: Person, subject: string, texts: string[]): Case => {
    const letters: Case["letters"] = [];
    for (const text of texts) {
      const references = letters.map(({ messageId }) => messageId);
      letters.push(letter(from, support, letters.length === 0 ? subject : `Re: ${subject}`, { text, references }));
    }
    return { decision, subject, letters };
  };
  const each = (decision: Decision, subjects: string[], from: (index: number) => Person, rest: Partial<Letter> = {}) =>
    subjects.map((subject, index) => single(decision, from(index), subject, rest));
  const together = (group: string, all: Case[]): Case[] => all.map((one) => ({ ...one, group }));

  return [
    ...together(
      "prizes",
      each("spam", spamSubjects, (index) => person(`Prize Office ${index}`), { html: "<h1>You have won</h1>" }),
    ),
    ...each("close", thanks, (index) => person(`Happy Customer ${index}`)),
    ...each("answer", ["Which kettle fits my stove?", "Wo ist meine Bestellung?"], (index) => person(`Asker ${index}`)),
    thread("answer and close", person("Olga Petrova"), "The lid does not close", [
      "It springs open.",
      "Is anybody there?",
      "I would like a new one, please.",
    ]),
    ...together(
      "weeklies",
      each("archive", newsletters, () => person("Kitchen Weekly"), { html: newsletter }),
    ),
    ...each(
      "give",
      ["Offer for 200 kettles", "A shop in Lyon", "Price list, please"],
      (index) => person(`Buyer ${index}`),
      { to: sales },
    ),
    ...each("file", invoices, () => person("Billing Robot"), {
      to: sales,
      attachments: [{ filename: "invoice.pdf", content: "%PDF-1.4", contentType: "application/pdf" }],
    }),
    single("close", person("Writes To Everybody"), "Sent to both of you", { to: [support, sales] }),
    ...each("snooze", ["Call me next week", "After the trade fair", "Reminder for later"], (index) =>
      person(`Patient ${index}`),
    ),
    ...each("trash", bounces, () => person("Mail Delivery System")),
    thread("wait", person("Jonas Lind"), "Parcel lost", ["It never came.", "Here is the number: 1042."]),
    ...each(
      "take",
      ["My boss is angry", "Legal question", "Urgent: fire drill"],
      (index) => person(`Serious ${index}`),
      { to: sales },
    ),
    ...each("tag", ["I want my money back", "Refund for order 7"], (index) => person(`Refunder ${index}`)),
    ...each("spam", ["Cheap watches", "Re: your inheritance"], (index) => person(`Stranger ${index}`), { to: sales }),
    thread("close", person("Ivan Chatty"), "A long story", ["First.", "Second.", "Third.", "That was all."]),
    ...each("take", ["Press enquiry", "Recall notice"], (index) => person(`Important ${index}`)),
    single("archive", person("Machine"), "Nightly report"),
    single("tag", person("Slow Payer"), "Money back, please", { to: sales }),
    ...together(
      "absent",
      each("close", ["Out of office: Ann", "Out of office: Ben", "Out of office: Cem"], (index) =>
        person(`Away ${index}`),
      ),
    ),
    ...each("answer", ["最新のカタログ", "هل لديكم غلاية زرقاء؟"], (index) => person(`Abroad ${index}`), { to: sales }),
  ];
}

const person = (name: string): Person => ({ name, address: `${name.toLowerCase().replaceAll(/\W+/g, ".")}@mail.test` });

const spamSubjects = ["You have won", "Your parcel waits", "Crypto for you", "Hot singles", "SEO offer", "Pills"];
const thanks = ["Thank you!", "It works now", "Great service", "Solved", "Never mind"];
const newsletters = [
  "Kitchen Weekly 1",
  "Kitchen Weekly 2",
  "Kitchen Weekly 3",
  "Kitchen Weekly 4",
  "Kitchen Weekly 5",
  "Kitchen Weekly 6",
];
const invoices = ["Invoice 2041", "Invoice 2042", "Invoice 2043", "Invoice 2044"];
const bounces = ["Undelivered Mail", "Delivery delayed", "Mailbox full", "Returned to sender", "Address unknown"];
const newsletter = `<table width="600" bgcolor="#ffeecc"><tr><td><h1>Ten kettles</h1><p>Read on.</p></td></tr></table>`;
