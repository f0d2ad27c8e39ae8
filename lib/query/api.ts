import type { z } from "zod";
import { Problem } from "../contracts/problem.ts";
import { ApiError } from "./api-error.ts";

export type Ask = { signal?: AbortSignal };

export async function get<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  ask: Ask = {},
): Promise<z.output<Schema>> {
  return schema.parse(await (await request("GET", path, undefined, ask)).json());
}

export async function post<Schema extends z.ZodType>(
  path: string,
  body: unknown,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(await (await request("POST", path, body)).json());
}

export async function put<Schema extends z.ZodType>(
  path: string,
  body: unknown,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(await (await request("PUT", path, body)).json());
}

export async function patch<Schema extends z.ZodType>(
  path: string,
  body: unknown,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(await (await request("PATCH", path, body)).json());
}

/** For what answers with nothing that is read. */
export async function send(method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<void> {
  await request(method, path, body);
}

export async function del(path: string): Promise<void> {
  await request("DELETE", path);
}

async function request(method: string, path: string, body?: unknown, { signal }: Ask = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: { accept: "application/json", ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
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
  const problem = Problem.safeParse(body);
  if (problem.success) return new ApiError(problem.data, body);
  return new ApiError({ status: response.status, code: "internal", detail: "" });
}
