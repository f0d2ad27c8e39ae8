import type { Problem, ProblemCode } from "#lib/contracts/problem";
import { AppError, isAppError } from "../errors.ts";
import { log } from "../log.ts";

/** The one table from what went wrong to HTTP's words for it. */
const problems: { [code in ProblemCode]: { status: number; title: string } } = {
  malformed: { status: 400, title: "The request cannot be read" },
  unauthenticated: { status: 401, title: "Not signed in" },
  forbidden: { status: 403, title: "Not allowed" },
  bad_origin: { status: 403, title: "Asked from another site" },
  not_found: { status: 404, title: "Not found" },
  stale: { status: 409, title: "Changed in the meantime" },
  conflict: { status: 409, title: "In conflict with what is there" },
  too_large: { status: 413, title: "Too large" },
  invalid: { status: 422, title: "A field is not right" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong" },
  unavailable: { status: 503, title: "Not available right now" },
};

/** Every failure as RFC 9457; what is not an `AppError` is a bug: logged here, and told to nobody. */
export function problemResponse(thrown: unknown, requestId: string): Response {
  const error = isAppError(thrown) ? thrown : translate(thrown, requestId);
  const { status, title } = problems[error.code];
  const { issues, retryAfterSeconds, extra } = error.details;
  const problem: Problem = {
    type: "about:blank",
    title,
    status,
    code: error.code,
    detail: error.message,
    requestId,
    ...(issues && { issues }),
  };
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "private, no-store",
    "x-request-id": requestId,
  });
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(Math.max(1, Math.ceil(retryAfterSeconds))));
  if (error.code === "unauthenticated") headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify({ ...extra, ...problem }), { status, headers });
}

function translate(thrown: unknown, requestId: string): AppError {
  const code = typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : undefined;
  log("http").error("A request failed.", { requestId, error: thrown });
  if (code === "SQLITE_FULL")
    return new AppError("unavailable", "The disk of the server is full.", { retryAfterSeconds: 60 });
  if (code === "SQLITE_BUSY") return new AppError("unavailable", "The server is busy.", { retryAfterSeconds: 1 });
  return new AppError("internal", "The failure was logged under this request id.");
}
