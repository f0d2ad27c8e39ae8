import type { Account } from "#lib/contracts/account";
import { endsBySigningIn } from "#lib/contracts/oauth-problem";
import type { AccountState } from "#lib/contracts/vocabulary";
import type { FirstStrings } from "#lib/strings/strings";
import type { DotProps } from "../ui/dot.tsx";

export const stateTones: Record<AccountState, DotProps["tone"]> = {
  connecting: "accent",
  syncing: "accent",
  live: "good",
  waiting: "warn",
  "needs-attention": "bad",
  paused: "quiet",
};

/** `Google, two-way`, on one line. */
export function kindOf(strings: FirstStrings, { provider, mode }: Pick<Account, "provider" | "mode">): string {
  const words = strings.accounts;
  return `${words.providers[provider] ?? words.genericProvider}, ${words.modes[mode].short}`.replaceAll(" ", "\u00a0");
}

/** Problems that a new password may solve, or another sign-in at the provider where that is how it is signed in. */
export function wantsReconnecting({ state, stateCode, sendProblem, oauthProvider }: Account): boolean {
  const codes = [state === "needs-attention" ? stateCode : "", state === "paused" ? "" : (sendProblem?.code ?? "")];
  if (oauthProvider !== null) return codes.some(endsBySigningIn);
  return codes.some((code) => /^(wrong_password|app_password_required|oauth_required)$/.test(code));
}

/** `42 s`, `5 min`, `3 h`: as precise as a wait is felt. */
export function spanWords(strings: FirstStrings, ms: number): string {
  const words = strings.accounts;
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 90) return words.seconds(seconds);
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? words.minutes(minutes) : words.hours(Math.round(minutes / 60));
}
