import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { accountById } from "#db/queries/sync/accounts";
import type { AccountState } from "#lib/contracts/vocabulary";
import { doorbell } from "../../events/doorbell.ts";
import { AccountSessions } from "../../imap/account-sessions.ts";
import { store } from "../../store.ts";
import { startSync } from "../../sync/engine.ts";
import { usualTiming } from "../../sync/timing.ts";
import { build } from "../build.ts";
import type { Dovecot } from "../dovecot/start-dovecot.ts";
import { until } from "../run-sync.ts";
import type { OauthTestProvider } from "./oauth-provider.ts";

const timing = { ...usualTiming, pollMs: 200, debounceMs: 20, networkRetryMs: { least: 50, most: 400 }, staggerMs: 0 };

/** An account that is signed in at the tests' provider and synced from a real server that asks it about every token. */
export async function workingAccount(provider: OauthTestProvider, dovecot: Dovecot, address: string) {
  const tokens = await provider.grant(address);
  const account = await build.grantedAccount(
    { ...tokens, signedInAs: address },
    { emailAddress: address, imapPort: dovecot.imapPort, imapSecurity: "none", state: "connecting" },
  );
  const seen: AccountState[] = [];
  const row = async () => {
    const found = await accountById(store().read, account.id);
    if (!found) throw new Error("The account is gone.");
    return found;
  };
  const unlisten = doorbell().listen(() => {
    void accountById(store().read, account.id).then((found) => found && seen.push(found.state));
  });
  const engine = startSync(new AccountSessions(), timing);
  return {
    account,
    tokens,
    /** Every state that the bell told of. */
    seen,
    row,
    comesTo: (state: AccountState, code = "") =>
      until(
        async () => {
          const found = await row();
          return found.state === state && found.stateCode === code ? found : null;
        },
        20_000,
        `${address} is ${state} (${code})`,
      ),
    /** The server ends every session of the mailbox, as when a token has run out. */
    hangUp: () => {
      execFileSync("doveadm", ["-c", join(dovecot.folder, "dovecot.conf"), "kick", address], { stdio: "pipe" });
    },
    stop: async () => {
      unlisten();
      await engine.stop();
    },
  };
}
