import type { z } from "zod";
import type { answers } from "./answers.ts";
import { ApiError } from "./api-error.ts";

type Answers = typeof answers;

export type Ask = {
  signal?: AbortSignal;
  /** The request outlives the page that makes it, if its body is small enough for that. */
  keepalive?: boolean;
};

/** What a browser sends for pages that are gone (Fetch §4.6: 64 KiB together). */
const keepaliveMax = 60_000;

/** How an answer is checked: by a schema, or by the name of one that is loaded when it is first needed. */
type Expected = z.ZodType | keyof Answers;
type Output<E extends Expected> = E extends keyof Answers
  ? z.output<Answers[E]>
  : E extends z.ZodType
    ? z.output<E>
    : never;

export async function get<E extends Expected>(path: string, expected: E, ask: Ask = {}): Promise<Output<E>> {
  return read(await request("GET", path, undefined, ask), expected);
}

export async function post<E extends Expected>(
  path: string,
  body: unknown,
  expected: E,
  ask: Ask = {},
): Promise<Output<E>> {
  return read(await request("POST", path, body, ask), expected);
}

export async function put<E extends Expected>(
  path: string,
  body: unknown,
  expected: E,
  ask: Ask = {},
): Promise<Output<E>> {
  return read(await request("PUT", path, body, ask), expected);
}

export async function patch<E extends Expected>(path: string, body: unknown, expected: E): Promise<Output<E>> {
  return read(await request("PATCH", path, body), expected);
}

/** For what answers with nothing that is read. */
export async function send(method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<void> {
  await request(method, path, body);
}

export async function del(path: string): Promise<void> {
  await request("DELETE", path);
}

async function read<E extends Expected>(response: Response, expected: E): Promise<Output<E>> {
  const value: unknown = await response.json();
  // What a name stands for, the compiler cannot follow through the promise.
  return (await schemaOf(expected)).parse(value) as Output<E>;
}

async function schemaOf(expected: Expected): Promise<z.ZodType> {
  return typeof expected === "string" ? (await loadAnswers())[expected] : expected;
}

async function loadAnswers(): Promise<Answers> {
  return (await import("./answers.ts")).answers;
}

async function request(method: string, path: string, given?: unknown, ask: Ask = {}): Promise<Response> {
  const { signal, keepalive = false } = ask;
  const body = given === undefined ? undefined : JSON.stringify(given);
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: { accept: "application/json", ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body, keepalive: keepalive && new Blob([body]).size < keepaliveMax }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError({ status: 0, code: "offline", detail: "" });
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Anything that is not our own problem+json (a proxy's page, say) still becomes a problem. */
export async function problemOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const problem = (await loadAnswers()).problem.safeParse(body);
  if (problem.success) return new ApiError(problem.data, body);
  return new ApiError({ status: response.status, code: "internal", detail: "" });
}
