import { and, asc, isNull, ne } from "drizzle-orm";
import { sampleProvider } from "#lib/providers/sample";
import type { Db } from "../dialect/sqlite.ts";
import { accounts } from "../schema/index.ts";

/** The accounts' passwords as the vault sealed them: to find out whether this key opens this database. */
export async function sealedSecrets(db: Db, limit: number): Promise<{ accountId: number; secret: string }[]> {
  return db
    .select({ accountId: accounts.id, secret: accounts.secret })
    .from(accounts)
    .where(isNull(accounts.removedAt))
    .orderBy(asc(accounts.id))
    .limit(limit);
}

/** How to sign in at every account's servers, the password still sealed; sample mail has none. */
export async function accountLogins(db: Db) {
  return db
    .select({
      id: accounts.id,
      name: accounts.name,
      emailAddress: accounts.emailAddress,
      username: accounts.username,
      secret: accounts.secret,
      oauthProvider: accounts.oauthProvider,
      imap: { host: accounts.imapHost, port: accounts.imapPort, security: accounts.imapSecurity },
      smtp: { host: accounts.smtpHost, port: accounts.smtpPort, security: accounts.smtpSecurity },
    })
    .from(accounts)
    .where(and(isNull(accounts.removedAt), ne(accounts.provider, sampleProvider)))
    .orderBy(asc(accounts.id));
}
