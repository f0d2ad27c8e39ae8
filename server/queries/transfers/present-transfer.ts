import type { TransferRow } from "#db/queries/transfers/transfers";
import type { Transfer } from "#lib/contracts/transfer";

export function presentTransfer(row: TransferRow): Transfer {
  const { id, kind, askedById, accountId, spec, title, state, stateDetail, report } = row;
  const { total, done, skipped, failed, bytesDone } = row;
  return {
    id,
    kind,
    askedById,
    accountId,
    spec,
    title,
    state,
    stateDetail,
    report,
    total,
    done,
    skipped,
    failed,
    bytesDone,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
