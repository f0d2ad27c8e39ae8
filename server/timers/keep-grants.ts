import { idleGrants } from "#db/queries/oauth/grants";
import { now } from "../clock.ts";
import { accessToken } from "../oauth/access-token.ts";
import { OauthError } from "../oauth/oauth-error.ts";
import { store } from "../store.ts";

const idleMs = 7 * 24 * 60 * 60 * 1000;

/** Uses every grant once a week, also that of an account which is paused or stays connected: one that lies idle for months ends. */
export async function keepGrants(): Promise<void> {
  const before = new Date(now().getTime() - idleMs);
  for (const { accountId } of await idleGrants(store().read, before)) {
    try {
      await accessToken(accountId);
    } catch (error) {
      // The grant says so itself, to whoever connects next.
      if (!(error instanceof OauthError)) throw error;
    }
  }
}
