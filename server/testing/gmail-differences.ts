/** In what the store differs from a mailbox of Gmail's; empty when it holds each message once, with its flags, labels and folders. */
import { prepared } from "#db/dialect/sqlite";
import { keptLabels } from "#lib/mail/labels";
import { store } from "../store.ts";
import type { GmailMail } from "./scripted-imap/gmail/gmail-view.ts";
import type { GmailMailbox } from "./scripted-imap/gmail/gmail-mailbox.ts";
import { messageIdOf } from "./model/ledger.ts";

type Placed = { id: number; path: string; uid: number; isCurrent: number; mail: string; flags: string; labels: string };
type StoredFolder = { path: string; label: string | null; holdsLabels: number; uidValidity: string | null };

export function gmailDifferences(mailbox: GmailMailbox): string[] {
  return [...folderDifferences(mailbox), ...placementDifferences(mailbox), ...memberDifferences(mailbox)];
}

function folderDifferences(mailbox: GmailMailbox): string[] {
  const stored = new Map(
    prepared<StoredFolder>(store().read, selectFolders)
      .all()
      .map((row) => [row.path, row]),
  );
  const differences: string[] = [];
  for (const { path, uidValidity, options } of mailbox.folders.values()) {
    const row = stored.get(path);
    stored.delete(path);
    if (options.selectable === false) continue;
    const label = mailbox.view(path).label;
    if (!row) differences.push(`${path}: not stored`);
    else if (row.label !== label) differences.push(`${path}: stored as the label ${row.label}`);
    else if (label === null && row.uidValidity !== String(uidValidity))
      differences.push(`${path}: its UIDVALIDITY is not known`);
  }
  return [...differences, ...[...stored.keys()].map((path) => `${path}: not on the server`)];
}

function placementDifferences(mailbox: GmailMailbox): string[] {
  const here = new Map<string, string>();
  const differences: string[] = [];
  for (const row of prepared<Placed>(store().read, selectPlacements).all()) {
    const flags = row.flags.split(" ").filter(Boolean).sort();
    if (row.isCurrent)
      here.set(`${row.path} ${row.uid}`, describe(row.mail, flags, JSON.parse(row.labels) as string[]));
    else differences.push(`${row.path} ${row.uid}: of a former generation`);
  }
  for (const view of [mailbox.allMail, mailbox.spam, mailbox.trash]) {
    for (const { uid } of view.messages) {
      const mail = view.mailAt(uid);
      const wanted = mail ? describeMail(mail) : "nothing";
      const found = here.get(`${view.path} ${uid}`) ?? "nothing";
      if (found !== wanted) differences.push(`${view.path} ${uid}: here ${found}, there ${wanted}`);
      here.delete(`${view.path} ${uid}`);
    }
  }
  return [...differences, ...[...here].map(([place, found]) => `${place}: here ${found}, there nothing`)];
}

/** What every folder of a label shows, and what the store counts there. */
function memberDifferences(mailbox: GmailMailbox): string[] {
  const members = new Map(prepared<[string, string, number]>(store().read, selectMembers).raw().all().map(([path, mails, count]) => [path, { mails, count }])); // prettier-ignore
  return [...mailbox.folders.values()].flatMap(({ path, options, messages }) => {
    if (options.selectable === false || mailbox.view(path).label === null) return [];
    const wanted = messages.map(({ source }) => messageIdOf(source)).sort();
    const found = members.get(path) ?? { mails: "[]", count: 0 };
    const shown = (JSON.parse(found.mails) as string[]).sort();
    const isShown = JSON.stringify(shown) === JSON.stringify(wanted);
    if (isShown && found.count === wanted.length) return [];
    return [`${path} shows ${shown.join()} and says ${found.count}, there are ${wanted.join()}`];
  });
}

const describeMail = (mail: GmailMail) =>
  describe(messageIdOf(mail.source), [...mail.flags].sort(), keptLabels(mail.labels));

const describe = (id: string, flags: readonly string[], labels: readonly string[]) =>
  `<${id}> ${flags.join(" ")} [${labels.join(", ")}]`;

const selectFolders = `
  select path, label, holds_labels as holdsLabels, uid_validity as uidValidity from folders where missing_since is null and selectable = 1`;

const selectPlacements = `
  select p.id, f.path, p.uid, p.generation = f.generation as isCurrent, m.internet_message_id as mail, p.labels,
    iif(p.seen, '\\Seen ', '') || iif(p.flagged, '\\Flagged ', '') || iif(p.answered, '\\Answered ', '') || iif(p.draft, '\\Draft ', '')
      || iif(p.deleted, '\\Deleted ', '') || (select coalesce(group_concat(k.value, ' '), '') from json_each(p.keywords) k) as flags
  from placements p join folders f on f.id = p.folder_id join messages m on m.id = p.message_id
  where p.missing_since is null and f.missing_since is null`;

const selectMembers = `
  select f.path, (
    select json_group_array(m.internet_message_id)
    from placement_labels l join placements p on p.id = l.placement_id join messages m on m.id = p.message_id
    where l.folder_id = f.id), f.stored_count
  from folders f where f.label is not null and f.missing_since is null`;
