/** What other programs and the world do to a mailbox of Gmail's: at once, behind everybody's back, and written down in the ledger. */
import type { seededRandom } from "../seeded-random.ts";
import type { GmailMailbox } from "../scripted-imap/gmail/gmail-mailbox.ts";
import type { GmailMail } from "../scripted-imap/gmail/gmail-view.ts";
import { messageIdOf, type Ledger } from "./ledger.ts";
import { modelMail } from "./model-mail.ts";

type Random = ReturnType<typeof seededRandom>;

const mailsMax = 24;
const labelsMax = 4;
const flags = ["\\Answered", "$Label1", "$Forwarded"];
/** Whatever people call a label. */
const names = ["Work", 'Say "hi"', "Größe/Klein", "R&D", "🚀 Start", "a b/c (d)", "日本語", "back\\slash", "100%"];

export function gmailClientActs({
  mailbox,
  random,
  ledger,
  seed,
}: {
  mailbox: GmailMailbox;
  random: Random;
  ledger: Ledger;
  seed: number;
}) {
  let mailCount = 0;
  let nameCount = 0;
  const number = (below: number) => Math.floor(random.next() * below);
  const nextName = () => {
    nameCount += 1;
    return `${names[(nameCount + seed) % names.length]}${nameCount > names.length ? nameCount : ""}`;
  };
  const some = (where: (mail: GmailMail) => boolean): GmailMail[] => {
    const found = [...mailbox.mails].filter(where);
    const chosen = found.filter(() => number(3) === 0);
    return chosen.length > 0 || found.length === 0 ? chosen : [random.pick(found)];
  };
  const told = (mails: GmailMail[], what = "") =>
    mails.length === 0 ? "" : `${what} ${mails.map(({ source }) => messageIdOf(source)).join()}`;
  const handle = (mails: GmailMail[]) => {
    for (const { source } of mails) ledger.handle(messageIdOf(source));
  };
  /** Also where All Mail is not shown. */
  const arrive = (source: string, path: string, flags: string[] = []) =>
    mailbox.view(path).add({ source, flags, receivedAt: new Date(), emailId: mailbox.newEmailId() });
  const deliver = (path: string): string => {
    if (mailbox.mails.size >= mailsMax) return "";
    const id = (mailCount += 1);
    const answered = number(3) === 0 && id > 2 ? `m${1 + number(id - 1)}.${seed}@customer.test` : null;
    const [messageId, source] = modelMail(id, seed, answered);
    ledger.arrived(messageId);
    arrive(source, path, number(4) === 0 ? ["\\Seen"] : []);
    return `${messageId} in ${path}`;
  };
  const isThere = ({ where }: GmailMail) => where === "all";
  const label = (isAdded: boolean): string => {
    const name = random.pick(["\\Inbox", "\\Inbox", "\\Starred", "\\Important", ...mailbox.labels]);
    const mails = some((mail) => isThere(mail) && (isAdded || mail.labels.includes(name) || name === "\\Starred"));
    handle(mails);
    mailbox.label(mails, isAdded ? { add: [name], remove: [] } : { add: [], remove: [name] });
    return told(mails, name);
  };
  const move = (from: (mail: GmailMail) => boolean, to: string): string => {
    const mails = some(from);
    handle(mails);
    for (const mail of mails) mailbox.view(to).add(mail);
    return told(mails, to);
  };

  const acts = {
    deliver: () => deliver("INBOX"),
    deliverFiltered: () => deliver(mailbox.labels.length > 0 ? random.pick(mailbox.labels) : "INBOX"),
    deliverElsewhere: () => deliver(random.pick([mailbox.allMail.path, mailbox.spam.path, mailbox.trash.path])),
    deliverAgain: () => {
      const id = 1 + number(Math.max(1, mailCount));
      if (id > mailCount) return "";
      const [messageId, source] = modelMail(id, seed, null);
      const isKnown = [...mailbox.mails].some((mail) => messageIdOf(mail.source) === messageId);
      ledger.handle(messageId);
      if (!isKnown) ledger.arrived(messageId);
      arrive(source, "INBOX");
      return messageId;
    },
    flag: () => {
      const mails = some(() => true);
      const flag = random.pick(flags);
      mailbox.flag(mails, (set) => set.add(flag));
      return told(mails, flag);
    },
    unflag: () => {
      const mails = some(() => true);
      const flag = random.pick(flags);
      mailbox.flag(mails, (set) => set.delete(flag));
      return told(mails, flag);
    },
    putLabel: () => label(true),
    takeLabel: () => label(false),
    throwAway: () => move(isThere, random.pick([mailbox.trash.path, mailbox.trash.path, mailbox.spam.path])),
    bringBack: () => move((mail) => !isThere(mail), random.pick(["INBOX", mailbox.allMail.path, ...mailbox.labels])),
    forget: () => {
      const mails = some((mail) => !isThere(mail));
      handle(mails);
      ledger.gone(mails);
      for (const mail of mails) for (const view of [mailbox.spam, mailbox.trash]) view.remove([view.uidOf(mail) ?? 0]);
      return told(mails);
    },
    createLabel: () => (mailbox.labels.length < labelsMax ? mailbox.create(nextName()).path : ""),
    renameLabel: () => {
      const [from] = mailbox.labels;
      if (from === undefined) return "";
      const to = nextName();
      // What an agent puts the old name on at the same moment carries the new one.
      handle([...mailbox.mails].filter(({ labels }) => labels.includes(from)));
      mailbox.rename(from, to);
      return `${from} to ${to}`;
    },
    deleteLabel: () => {
      const label = mailbox.labels.at(-1);
      if (label === undefined) return "";
      handle([...mailbox.mails].filter(({ labels }) => labels.includes(label)));
      mailbox.delete(label);
      return label;
    },
    renumber: () => {
      const view = random.pick([mailbox.allMail, mailbox.spam, mailbox.trash, mailbox.view("INBOX")]);
      view.renumber();
      return `${view.path} is ${view.uidValidity}`;
    },
    hideOrShow: () => {
      const isShown = mailbox.folders.has(mailbox.allMail.path);
      if (seed % 5 !== 0) return "";
      mailbox.showAllMail(!isShown);
      return isShown ? "hidden" : "shown";
    },
  };
  return {
    acts,
    /** Gmail keeps a copy of what leaves by its SMTP. */
    keepSent: (source: string) => arrive(source, mailbox.sent.path, ["\\Seen"]),
    /** What is in it before anybody looks. */
    fill: (count: number) => {
      for (let made = 0; made < 1 + number(3); made += 1) acts.createLabel();
      for (let made = 0; made < count; made += 1) (number(3) === 0 ? acts.deliverFiltered : acts.deliver)();
    },
  };
}
