import type { z } from "zod";
import type { ProblemCode } from "#lib/contracts/problem";
import { AppError } from "../errors.ts";

export async function readJson(request: Request, limitBytes: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new AppError("malformed", "Send the body as application/json.");
  const text = await readText(request, limitBytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("malformed", "The body is not JSON.", { cause: error });
  }
}

/** Repeated names become a list. */
export function readQuery(url: string): Record<string, string | string[]> {
  const { searchParams } = new URL(url);
  const names = new Set(searchParams.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

/** @throws AppError `code` that names every field which is wrong */
export async function parseInput(schema: z.ZodType, value: unknown, code: ProblemCode): Promise<unknown> {
  const result = await schema.safeParseAsync(value);
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap(describeIssue);
  const detail = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("; ");
  throw new AppError(code, detail.slice(0, 500), { issues });
}

function describeIssue(issue: z.core.$ZodIssue): { path: string; message: string }[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "There is no such field." }));
  return [{ path: issue.path.join("."), message: issue.message }];
}

/** @throws AppError `too_large` as soon as more than `limitBytes` came, whatever Content-Length said */
export async function readText(request: Request, limitBytes: number): Promise<string> {
  const tooLarge = () => new AppError("too_large", `The body may have ${limitBytes} bytes at most.`);
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge();
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.body) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > limitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
