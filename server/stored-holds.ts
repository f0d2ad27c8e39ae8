import { holdsAfter, setHold } from "#db/queries/health/holds";
import { AccountHolds } from "./account-holds.ts";
import { now } from "./clock.ts";
import { log } from "./log.ts";
import { store } from "./store.ts";

const logger = log("throttle");

/** Holds that outlive a restart: a server that asked for a day gets its day. */
export function storedHolds(): AccountHolds {
  const holds = new AccountHolds();
  for (const { accountId, ...hold } of holdsAfter(store().read, now())) holds.set(accountId, hold);
  holds.listen((accountId, hold) => {
    store()
      .write(async (tx) => setHold(tx, accountId, hold))
      .catch((error: unknown) => logger.warn("What a server asked for was not written down.", { accountId, error }));
  });
  return holds;
}
