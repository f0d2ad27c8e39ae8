import { isAddressConnected } from "#db/queries/accounts/accounts";
import type { Db } from "#db/dialect/sqlite";
import { AppError } from "#server/errors";

/** @throws AppError `conflict` when the inbox has an account of this address */
export async function requireAddressFree(db: Db, inboxId: number, emailAddress: string): Promise<void> {
  if (!(await isAddressConnected(db, inboxId, emailAddress))) return;
  const message = "This address is connected to this inbox already.";
  throw new AppError("conflict", message, { issues: [{ path: "emailAddress", message }] });
}
