import type { ImapResponse } from "imapflow";
import { classifyError, type Errand } from "./classify-error.ts";
import type { Connection } from "./connection.ts";
import type { ImapError } from "./errors.ts";
import { execute, type RawAnswer, type Token, type UntaggedHandler } from "./imapflow-internals.ts";
import { responseCode, responseText } from "./response-tokens.ts";
import { whileTaking } from "./take-answers.ts";

export type Answer = { code: string; values: unknown[] };

/**
 * Runs one command and throws what the server really said; never `false`.
 * @param take gets every answer first, as it came, and says which are not to be parsed
 */
export async function runCommand(
  connection: Connection,
  errand: Errand,
  command: string,
  tokens: Token[],
  untagged: Record<string, UntaggedHandler> = {},
  take?: (answer: RawAnswer) => boolean,
): Promise<Answer> {
  let isSent = false;
  const onSend = () => (isSent = true);
  try {
    const { client } = connection;
    const run = () => execute(client, command, tokens, { untagged, onSend });
    const response = await (take ? whileTaking(client, take, run) : run());
    // imapflow takes the NO that some messages no longer exist for an OK: a FETCH brought the others, of anything else nobody knows.
    if (response.command === "NO" && errand !== "fetch") throw new RefusedInPart(response);
    // Gmail does what it was asked and says in the text of its OK that it did so slowly.
    const said = responseText(response);
    if (/\[THROTTLED\]/i.test(said)) connection.events.emit({ kind: "alert", text: said });
    return responseCode(response);
  } catch (error) {
    throw problemOf(connection, error, { errand, isSent });
  }
}

class RefusedInPart extends Error {
  readonly responseStatus = "NO";
  readonly response: ImapResponse;
  constructor(response: ImapResponse) {
    super("The mail server refused to do it for some of the messages.");
    this.response = response;
  }
}

/** The same for what imapflow does by itself. */
export async function translated<T>(connection: Connection, errand: Errand, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw problemOf(connection, error, { errand, isSent: false });
  }
}

function problemOf(
  connection: Connection,
  error: unknown,
  circumstances: { errand: Errand; isSent: boolean },
): ImapError {
  const problem = classifyError(error, { ...connection, ...circumstances });
  // What comes after an answer that could not be read belongs to nothing any more.
  if (problem.code === "unreadable") connection.client.close();
  return problem;
}

export const atom = (value: string): Token => ({ type: "ATOM", value });
export const text = (value: string): Token => ({ type: "STRING", value });
export const uidSet = (value: string): Token => ({ type: "SEQUENCE", value });
