import { classifyError, type Errand } from "./classify-error.ts";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { execute, type Token, type UntaggedHandler } from "./imapflow-internals.ts";
import { responseCode } from "./response-tokens.ts";

export type Answer = { code: string; values: unknown[] };

/** Runs one command and throws what the server really said; never `false`. */
export async function runCommand(
  connection: Connection,
  errand: Errand,
  command: string,
  tokens: Token[],
  untagged: Record<string, UntaggedHandler> = {},
): Promise<Answer> {
  let isSent = false;
  const onSend = () => (isSent = true);
  try {
    return responseCode(await execute(connection.client, command, tokens, { untagged, onSend }));
  } catch (error) {
    throw classifyError(error, { ...connection, errand, isSent });
  }
}

/** The same for what imapflow does by itself. */
export async function translated<T>(connection: Connection, errand: Errand, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ImapError ? error : classifyError(error, { ...connection, errand });
  }
}

export const atom = (value: string): Token => ({ type: "ATOM", value });
export const text = (value: string): Token => ({ type: "STRING", value });
export const uidSet = (value: string): Token => ({ type: "SEQUENCE", value });
