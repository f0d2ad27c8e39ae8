import { listUnfinishedAccounts } from "#db/queries/accounts/accounts";
import { log } from "#server/log";
import { store } from "#server/store";
import { recountAccount } from "./recount-account.ts";
import { forgetAccount } from "./remove-account.ts";

/** At the start: goes on with removals and recounts that a stop of the server cut short. */
export async function finishAccountWork(): Promise<void> {
  for (const { id, removedAt } of await listUnfinishedAccounts(store().read)) {
    if (removedAt) await forgetAccount(id);
    else await recountAccount(id);
    log("accounts").info("Work that was cut short is done.", { accountId: id, isRemoved: removedAt !== null });
  }
}
