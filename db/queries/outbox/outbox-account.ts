import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { built, prepared, type Db } from "../../dialect/sqlite.ts";
import { accounts, folders } from "../../schema/index.ts";

export type OutboxAccount = NonNullable<Awaited<ReturnType<typeof outboxAccount>>>;
export type OutboxFolder = NonNullable<Awaited<ReturnType<typeof outboxFolder>>>;

/** What carrying out an account's operations needs of it. The secret is sealed. */
export async function outboxAccount(db: Db, accountId: number) {
  return built(db, selectAccount).get({ accountId });
}

const selectAccount = (db: Db) =>
  db
    .select({
      id: accounts.id,
      inboxId: accounts.inboxId,
      emailAddress: accounts.emailAddress,
      mode: accounts.mode,
      state: accounts.state,
      provider: accounts.provider,
      username: accounts.username,
      secret: accounts.secret,
      imapHost: accounts.imapHost,
      oauthProvider: accounts.oauthProvider,
      smtpHost: accounts.smtpHost,
      smtpPort: accounts.smtpPort,
      smtpSecurity: accounts.smtpSecurity,
    })
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder("accountId")))
    .prepare();

/**
 * Why nothing can be sent from the account; empty when mail leaves.
 * @param secret the sealed password that was tried: of another one it says nothing
 * @returns whether that is news
 */
export function setSendProblem(
  tx: Db,
  accountId: number,
  secret: string,
  { code, detail }: { code: string; detail: string },
): boolean {
  const { changes } = prepared(
    tx,
    `update accounts set send_problem_code = ?, send_problem_detail = ?
     where id = ? and secret = ? and (send_problem_code <> ? or send_problem_detail <> ?)`,
  ).run(code, detail, accountId, secret, code, detail);
  return changes > 0;
}

/** Mail of the account that waits for its next try goes now. */
export function hurrySends(tx: Db, accountId: number, now: Date): void {
  prepared(
    tx,
    `update operations set not_before = ?
     where account_id = ? and kind = 'send' and state = 'pending' and attempt_count > 0 and not_before > ?`,
  ).run(now.getTime(), accountId, now.getTime());
  prepared(tx, `update sends set not_before = ? where account_id = ? and state = 'retrying' and not_before > ?`).run(
    now.getTime(),
    accountId,
    now.getTime(),
  );
}

const folderFields = {
  id: folders.id,
  accountId: folders.accountId,
  path: folders.path,
  name: folders.name,
  delimiter: folders.delimiter,
  role: folders.role,
  uidValidity: folders.uidValidity,
  generation: folders.generation,
  uidNext: folders.uidNext,
  backfillDone: folders.backfillDone,
};

export async function outboxFolder(db: Db, folderId: number) {
  const [row] = await db.select(folderFields).from(folders).where(eq(folders.id, folderId)).limit(1);
  return row;
}

/** The folder of a role that is written to. */
export async function primaryFolder(db: Db, accountId: number, role: FolderRole): Promise<OutboxFolder | undefined> {
  const [row] = await db
    .select(folderFields)
    .from(folders)
    .where(
      and(
        eq(folders.accountId, accountId),
        eq(folders.role, role),
        eq(folders.selectable, true),
        isNull(folders.missingSince),
      ),
    )
    .orderBy(desc(folders.isPrimary), asc(folders.id))
    .limit(1);
  return row;
}

/** The folders that hold an account's own sent mail, the primary one first: Sent where it is no label, then what holds everything. */
export async function foldersOfSentMail(db: Db, accountId: number): Promise<OutboxFolder[]> {
  const rows = await db
    .select({ ...folderFields, isPrimary: folders.isPrimary, label: folders.label })
    .from(folders)
    .where(and(eq(folders.accountId, accountId), eq(folders.selectable, true)));
  const rank = (row: (typeof rows)[number]) => (row.role === "sent" ? (row.isPrimary ? 0 : 1) : 2);
  const hold = rows.filter((row) => row.label === null && (row.role === "sent" || row.role === "all"));
  return hold.sort((a, b) => rank(a) - rank(b));
}

/** The label under which sent mail is filed by writing it to that folder; null where Sent is a folder of its own. */
export async function sentLabelPath(db: Db, accountId: number): Promise<string | null> {
  const [row] = await db
    .select({ path: folders.path })
    .from(folders)
    .where(and(eq(folders.accountId, accountId), eq(folders.role, "sent"), isNotNull(folders.label)))
    .orderBy(desc(folders.isPrimary))
    .limit(1);
  return row?.path ?? null;
}
