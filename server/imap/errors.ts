/**
 * `offline` no connection now · `network` it broke · `refused` the server has no place for us · `throttled` slow down ·
 * `auth` the login is wrong · `tls` the certificate or handshake · `folder` this folder cannot be used · `poison` an answer that could
 * not be read · `over-quota` · `try-create` the destination is missing · `no-permission` · `too-large` · `protocol` anything else.
 */
export type ImapErrorKind =
  | "offline" | "network" | "refused" | "throttled" | "auth" | "tls" | "folder" | "poison" | "over-quota" | "try-create"
  | "no-permission" | "too-large" | "protocol"; // prettier-ignore

type Details = {
  cause?: unknown;
  /** The server's own hint. */
  retryAfterMs?: number;
  /** The command was written and its answer never came: it may have been carried out. */
  isUncertain?: boolean;
};

export class ImapError extends Error {
  readonly kind: ImapErrorKind;
  /** A `ConnectionProblemCode` where one fits, e.g. `tls_expired`; else the response code, e.g. `OVERQUOTA`. */
  readonly code: string;
  readonly retryAfterMs: number | null;
  readonly isUncertain: boolean;

  constructor(kind: ImapErrorKind, code: string, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = "ImapError";
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.isUncertain = details.isUncertain ?? false;
  }
}
