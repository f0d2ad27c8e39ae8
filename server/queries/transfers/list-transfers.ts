import { listTransferRows } from "#db/queries/transfers/transfers";
import type { Page, PageQuery } from "#lib/contracts/paging";
import type { Transfer } from "#lib/contracts/transfer";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { presentTransfer } from "./present-transfer.ts";

/** The agent's own, newest first; an admin's are everybody's. */
export async function listTransfers(agent: Agent, { limit, cursor }: PageQuery): Promise<Page<Transfer>> {
  const askedById = agent.role === "admin" ? null : agent.id;
  const beforeId = cursor === undefined ? null : readCursor(cursor);
  const rows = await listTransferRows(store().read, askedById, beforeId, limit + 1);
  const items = rows.slice(0, limit).map(presentTransfer);
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.id) : null };
}

function readCursor(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new AppError("malformed", "This cursor is not one of ours.");
  return Number(text);
}
