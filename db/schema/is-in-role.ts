import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { roleBit } from "#lib/mail/role-mask";

/** Spelled in a query as in the partial indexes: a parameter would not show that they serve. */
export function isInRole(mask: AnySQLiteColumn, role: FolderRole): SQL {
  return sql`(${mask} & ${sql.raw(String(roleBit(role)))}) <> 0`;
}
