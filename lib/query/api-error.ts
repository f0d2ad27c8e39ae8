import type { Problem } from "../contracts/problem.ts";

/** A problem that the server told of, or that kept us from reaching it (status 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly issues: readonly { path: string; message: string }[];
  /** What else the answer held, e.g. the new messages of a refused send. */
  readonly body: unknown;

  constructor(problem: Pick<Problem, "status" | "code" | "detail"> & Partial<Problem>, body?: unknown) {
    super(problem.detail || problem.title || "");
    this.name = "ApiError";
    this.status = problem.status;
    this.code = problem.code;
    this.issues = problem.issues ?? [];
    this.body = body;
  }

  /** Whether asking again may help. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }

  /** The words for one field, if it was the one at fault. */
  issueOf(path: string): string | undefined {
    return this.issues.find((issue) => issue.path === path)?.message;
  }
}
