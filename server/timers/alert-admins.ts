import { markAlerted, unalertedAccounts } from "#db/queries/health/attention";
import type { OauthProblemCode } from "#lib/contracts/oauth-problem";
import { now } from "../clock.ts";
import { commit } from "../events/commit.ts";
import { log } from "../log.ts";
import { store } from "../store.ts";

const patienceMs = 60 * 60 * 1000;
/** The provider has said it for good: only a person can go on. */
const urgent = ["oauth_reconnect", "oauth_scope_missing"] satisfies OauthProblemCode[];

/**
 * Alerts the admins to accounts that have needed somebody for an hour, or whose sign-in has ended: once, until the account has worked again.
 * Their pages show it, whoever watches the log reads it there, and `mail-admins.ts` writes to them.
 */
export async function alertAdmins(): Promise<void> {
  const before = new Date(now().getTime() - patienceMs);
  if ((await unalertedAccounts(store().read, before, urgent)).length === 0) return;
  await commit(async (tx, changed) => {
    for (const { id: accountId, inboxId, code } of await unalertedAccounts(tx, before, urgent)) {
      await markAlerted(tx, accountId, now());
      changed({ type: "account.changed", accountId, inboxIds: [inboxId] });
      log("timers").warn("An account needs attention.", { accountId, code });
    }
  });
}
