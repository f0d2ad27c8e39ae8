import type { ImapError } from "./errors.ts";

/**
 * What a refusal asks of whoever speaks for the account: `wait` a while before the next word · `slow-down` go on with what
 * matters · `reconnect` · `reauthorise` with other credentials · `stop` until somebody has seen to it elsewhere.
 */
export type Advice = "wait" | "slow-down" | "reconnect" | "reauthorise" | "stop";

/** null for what concerns a folder or a message, and not the account. */
export function adviceOf({
  kind,
  code,
  retryAfterMs,
}: Pick<ImapError, "kind" | "code" | "retryAfterMs">): Advice | null {
  switch (kind) {
    case "throttled":
      return retryAfterMs === null ? "slow-down" : "wait";
    case "refused":
      return "wait";
    case "network":
    case "offline":
      return "reconnect";
    case "auth":
      return code === "imap_disabled" ? "stop" : "reauthorise";
    case "tls":
    case "no-permission":
      return "stop";
    case "folder":
    case "poison":
    case "over-quota":
    case "try-create":
    case "too-large":
    case "protocol":
      return null;
    default:
      return kind satisfies never;
  }
}
