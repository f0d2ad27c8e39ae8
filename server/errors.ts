import type { ProblemCode } from "#lib/contracts/problem";

const brand = Symbol.for("postroom.AppError");

type Details = {
  cause?: unknown;
  issues?: { path: string; message: string; start?: number; end?: number }[];
  /** For `rate_limited` and `unavailable`: when to come back. */
  retryAfterSeconds?: number;
  /** Further members of the problem document, e.g. the new messages of a stale reply. */
  extra?: Record<string, unknown>;
};

/** Something a caller can understand and act on. Everything else that is thrown is a bug: logged, and answered with a bare 500. */
export class AppError extends Error {
  readonly [brand] = true;
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(code: ProblemCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** By brand, not `instanceof`: an error may come from another copy of this module. */
export function isAppError(error: unknown): error is AppError {
  return typeof error === "object" && error !== null && brand in error;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
