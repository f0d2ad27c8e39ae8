import type { Account } from "#lib/contracts/account";
import type { AccountState } from "#lib/contracts/vocabulary";
import { strings } from "#lib/strings/strings";
import type { DotProps } from "../ui/dot.tsx";

const words = strings.accounts;

export const stateTones: Record<AccountState, DotProps["tone"]> = {
  connecting: "accent",
  syncing: "accent",
  live: "good",
  waiting: "warn",
  "needs-attention": "bad",
  paused: "quiet",
};

/** `Google, two-way` */
export function kindOf({ provider, mode }: Pick<Account, "provider" | "mode">): string {
  return `${words.providers[provider] ?? words.genericProvider}, ${words.modes[mode].short}`;
}

/** Problems that a new password may solve. */
export function wantsPassword({ state, stateCode, sendProblem }: Account): boolean {
  const codes = [state === "needs-attention" ? stateCode : "", state === "paused" ? "" : (sendProblem?.code ?? "")];
  return codes.some((code) => /^(wrong_password|app_password_required|oauth_required)$/.test(code));
}

/** `42 s`, `5 min`, `3 h`: as precise as a wait is felt. */
export function spanWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 90) return words.seconds(seconds);
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? words.minutes(minutes) : words.hours(Math.round(minutes / 60));
}
