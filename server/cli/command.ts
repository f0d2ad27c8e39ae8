import type { ParseArgsOptionsConfig } from "node:util";
import type { z } from "zod";
import type { Agent } from "../auth/agent.ts";

/** What a command answers: a text for people, the same as JSON for scripts. */
type Outcome = {
  text: string;
  json: unknown;
  /** False: it ran, and what it found is not well. */
  ok?: boolean;
};

type Given = {
  values: Record<string, unknown>;
  /** The one name after the command, where it takes one; else empty. */
  file: string;
};

export type Command = {
  /** After its name, e.g. `--email E`. */
  usage: string;
  summary: string;
  options?: ParseArgsOptionsConfig;
  takesFile?: boolean;
  /** A restore must not open the database that it replaces. */
  withoutStore?: boolean;
  run: (given: Given) => Promise<Outcome>;
};

/** The command was not given as its usage says: exit code 2. */
export class UsageError extends Error {}

/** Whoever has a shell on this machine may see and do all. */
export const operator: Agent = { id: 0, name: "Operator", emailAddress: "", role: "admin", inboxIds: [] };

/** @throws UsageError that names the options which are missing or wrong */
export function checked<S extends z.ZodType>(schema: S, values: unknown): z.output<S> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  throw new UsageError(result.error.issues.map((issue) => `--${issue.path.join(".")}: ${issue.message}`).join("\n"));
}
