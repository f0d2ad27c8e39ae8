import { findFolderRow } from "#db/queries/accounts/folders";
import type { Db } from "#db/dialect/sqlite";
import { insertTransfer } from "#db/queries/transfers/transfers";
import type { ExportScope, NewExport, Transfer } from "#lib/contracts/transfer";
import { parseQuery } from "#lib/search/parse-query";
import type { Agent } from "../../auth/agent.ts";
import { can } from "../../auth/policies.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { requireServer, requireVisibleAccount } from "../accounts/require-account.ts";

/** Asks for an export; it begins at once if nothing else of that account is under way. */
export async function beginExport(agent: Agent, { scope, format }: NewExport): Promise<number> {
  return commit(async (tx, changed) => {
    const { accountId, title } = await requireScope(tx, agent, scope);
    const { id } = await insertTransfer(tx, {
      kind: "export",
      askedById: agent.id,
      accountId,
      spec: { kind: "export", scope, format },
      title,
      stateDetail: { code: "" },
      createdAt: now(),
    });
    changed({ type: "transfer.changed", transferId: id, askedById: agent.id });
    return id;
  });
}

/** @throws AppError `not_found` for what they may not take out, `invalid` for a search that cannot be read */
async function requireScope(
  db: Db,
  agent: Agent,
  scope: ExportScope,
): Promise<{ accountId: Transfer["accountId"]; title: string }> {
  switch (scope.kind) {
    case "account": {
      const account = await requireExportable(db, agent, scope.accountId);
      return { accountId: account.id, title: account.name };
    }
    case "folder": {
      const folder = await findFolderRow(db, scope.folderId);
      if (!folder) throw new AppError("not_found", "There is no such folder.");
      const account = await requireExportable(db, agent, folder.accountId);
      return { accountId: account.id, title: `${account.name}: ${folder.name}` };
    }
    case "search": {
      const { tree, mistakes } = parseQuery(scope.q);
      if (tree === null || mistakes.length > 0) throw new AppError("invalid", "This search cannot be read.");
      return { accountId: null, title: scope.q };
    }
    case "everything":
      return { accountId: null, title: "" };
    default:
      return scope satisfies never;
  }
}

async function requireExportable(db: Db, agent: Agent, accountId: number) {
  const account = await requireVisibleAccount(db, agent, accountId);
  if (!can(agent, "account.export", account)) throw new AppError("not_found", "There is no such account.");
  requireServer(account);
  return account;
}
