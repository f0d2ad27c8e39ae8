import { prepared, type Db, type Store } from "#db/dialect/sqlite";
import { roleBit } from "#lib/mail/role-mask";
import { mailWriter, type LargeMail } from "./mails.ts";
import type { Random } from "./random.ts";

const conversationsAtOnce = 2000;
const endMs = Date.UTC(2026, 10, 1);
const stepMs = 150_000;
const roles = ["inbox", "archive", "sent", "trash", "junk", "none"] as const;
const roleShares = [0.55, 0.25, 0.12, 0.02, 0.02, 0.04];
/** The second inbox has one account of five, with a twentieth of the mail: who is in the first one does not see it. */
const accountsOfFirst = 4;
const otherAccount = 5;

/** Conversations of two or three mails, newest first as a backfill brings them. */
export async function insertAll(store: Store, mailCount: number): Promise<void> {
  await store.write(async (tx) => insertAround(tx));
  const { random, write } = mailWriter(20_261_101);
  const done = { mails: 0, conversations: 0 };
  while (done.mails < mailCount) {
    await store.write(async (tx) => {
      for (let n = 0; n < conversationsAtOnce && done.mails < mailCount; n += 1) {
        const count = Math.min(mailCount - done.mails, 1 + random.below(4));
        done.conversations += 1;
        insertConversation(tx, random, write, done.conversations, done.mails, count);
        done.mails += count;
      }
    });
  }
}

/** Two inboxes, five accounts with six folders each, some tags and agents. */
function insertAround(tx: Db): void {
  const run = (text: string, ...values: unknown[]) => prepared(tx, text).run(...values);
  for (const name of ["Support", "Sales"]) run(`insert into inboxes (name, created_at) values (?, 0)`, name);
  for (const name of ["Ada", "Grace", "Alan"])
    run(
      `insert into agents (email_address, name, role, created_at) values (?, ?, 'agent', 0)`,
      `${name}@acme.test`,
      name,
    );
  for (const name of ["vip", "billing"]) run(`insert into tags (name, created_at) values (?, 0)`, name);
  for (let account = 1; account <= otherAccount; account += 1) {
    const address = `team${account}@acme.test`;
    run(
      `insert into accounts (inbox_id, name, email_address, mode, username, secret, imap_host, imap_port, imap_security, smtp_host,
        smtp_port, smtp_security, state, state_changed_at, created_at)
      values (?, ?, ?, 'two-way', ?, '', '127.0.0.1', 1, 'none', '127.0.0.1', 1, 'none', 'paused', 0, 0)`,
      account === otherAccount ? 2 : 1, `Team ${account}`, address, address,
    ); // prettier-ignore
    for (const role of roles)
      run(
        `insert into folders (account_id, path, name, role, role_source, uid_validity, generation, created_at) values (?, ?, ?, ?, 'server', '1', 1, 0)`,
        account, role, role === "none" ? "Kunden" : role, role,
      ); // prettier-ignore
  }
}

function insertConversation(
  tx: Db,
  random: Random,
  write: () => LargeMail,
  id: number,
  from: number,
  count: number,
): void {
  const status = random.isTrue(0.04) ? "open" : random.isTrue(0.02) ? "pending" : "closed";
  const assigneeId = random.isTrue(0.03) ? 1 + random.below(3) : null;
  prepared(tx, insertTicket).run(id, status, assigneeId);
  if (random.isTrue(0.005)) prepared(tx, insertTag).run(id, 1);
  if (random.isTrue(0.06)) prepared(tx, insertTag).run(id, 2);
  const account = random.isTrue(0.05) ? otherAccount : 1 + random.below(accountsOfFirst);
  const inboxId = account === otherAccount ? 2 : 1;
  const first = write();
  let [mask, files] = [0, 0];
  for (let n = 0; n < count; n += 1) {
    const mail = n === 0 ? first : { ...write(), subject: first.subject };
    const role = roleAt(random.share());
    mask |= roleBit(roles[role] ?? "inbox");
    files += mail.filename === null ? 0 : 1;
    insertMail(tx, mail, id, account, role, from + n, random.isTrue(0.02));
  }
  const at = endMs - from * stepMs;
  const isUnseen = random.isTrue(0.02) ? 1 : 0;
  const participants = JSON.stringify([{ name: first.fromName, address: first.fromAddress }]);
  prepared(tx, insertSight).run(
    id, inboxId, first.subject, first.text.slice(0, 140), participants, at, from + 1, count, files, isUnseen, random.isTrue(0.004) ? 1 : 0, mask,
    (mask & (roleBit("inbox") | roleBit("none"))) === 0 ? 0 : 1, status, assigneeId,
  ); // prettier-ignore
  if (random.isTrue(0.01)) prepared(tx, insertNote).run(id, inboxId, write().text.slice(0, 200), at);
}

function insertMail(
  tx: Db,
  mail: LargeMail,
  conversationId: number,
  account: number,
  role: number,
  n: number,
  isUnseen: boolean,
): void {
  const id = n + 1;
  const at = endMs - n * stepMs;
  const to = `[{"name":"Team ${account}","address":"team${account}@acme.test"}]`;
  prepared(tx, insertMessage).run(
    id, conversationId, `${at.toString(36)}-${n}`, `large-${n}@customer.test`, roles[role] === "sent" ? "out" : "in", mail.subject, mail.fromName,
    mail.fromAddress, to, at, at, mail.text.length * 2, mail.filename === null ? 0 : 1, mail.text.slice(0, 140), at,
  ); // prettier-ignore
  prepared(tx, insertBody).run(id, mail.text);
  const folder = (account - 1) * roles.length + role + 1;
  prepared(tx, insertPlacement).run(id, account, folder, id, isUnseen ? 0 : 1, at, at);
  if (mail.filename !== null) prepared(tx, insertFile).run(id, mail.filename, at);
}

function roleAt(share: number): number {
  let rest = share;
  for (const [index, part] of roleShares.entries()) {
    if (rest < part) return index;
    rest -= part;
  }
  return 0;
}

const insertTicket = `insert into conversations (id, status, assignee_id, created_at) values (?, ?, ?, 0)`;
const insertTag = `insert into conversation_tags (conversation_id, tag_id) values (?, ?)`;
const insertNote = `insert into notes (conversation_id, inbox_id, text, created_at) values (?, ?, ?, ?)`;
const insertSight = `
  insert into conversation_inboxes (conversation_id, inbox_id, subject, preview, participants, last_message_at, last_message_id,
    message_count, attachment_count, unseen_count, flagged, role_mask, listed, status, assignee_id)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const insertMessage = `
  insert into messages (id, conversation_id, identity, internet_message_id, direction, subject, from_name, from_address, "to", sent_at,
    received_at, size_bytes, attachment_count, preview, body_state, created_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'stored', ?)`;
const insertBody = `insert into message_bodies (message_id, text) values (?, ?)`;
const insertPlacement = `
  insert into placements (message_id, account_id, folder_id, generation, uid, seen, flagged, answered, draft, deleted, received_at, created_at)
  values (?, ?, ?, 1, ?, ?, 0, 0, 0, 0, ?, ?)`;
const insertFile = `
  insert into attachments (message_id, filename, content_type, size_bytes, inline, created_at) values (?, ?, 'application/pdf', 1000, 0, ?)`;
