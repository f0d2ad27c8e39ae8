/**
 * The one place that reaches past imapflow's declared surface: running a command with its real answer, and three of its methods
 * replaced. Everything here is checked when a session opens, so an upgrade that moves them fails loudly.
 */
import { Socket } from "node:net";
import { Transform } from "node:stream";
import type { ImapFlow, ImapResponse } from "imapflow";

/** What a command line is made of; a list is parenthesised. */
export type Token = AtomToken | Token[];

type AtomToken = {
  type: "ATOM" | "STRING" | "SEQUENCE" | "LITERAL";
  value: string | Buffer;
  section?: Token[];
  partial?: number[];
};

/** The next answer is read when it has finished; what it throws is dropped. */
export type UntaggedHandler = (untagged: ImapResponse) => void | Promise<void>;

export type ExecuteOptions = { untagged: Record<string, UntaggedHandler>; onSend: () => void };

/** @returns the tagged OK; rejects with imapflow's own error, which carries the server's answer */
export async function execute(client: ImapFlow, command: string, tokens: Token[], options: ExecuteOptions) {
  const completion: unknown = await Reflect.apply(method(client, "exec"), client, [
    command,
    tokens.length > 0 ? tokens : false,
    options,
  ]);
  if (!isCompletion(completion)) throw new Error("imapflow's exec() answers otherwise than it did.");
  completion.next();
  return completion.response;
}

/** One answer as it came: its text, in which `{n}` stands for the next of the literals. */
export type RawAnswer = { payload: Buffer; literals?: Buffer[] };

/** Shows `take` every answer that imapflow is about to read; what it takes is not read. @returns ends that */
export function interceptAnswers(client: ImapFlow, take: (answer: RawAnswer) => boolean): () => void {
  const handle = method(client, "handleResponse");
  Reflect.set(client, "handleResponse", (answer: RawAnswer) =>
    take(answer) ? true : Reflect.apply(handle, client, [answer]),
  );
  return () => Reflect.deleteProperty(client, "handleResponse");
}

/** What comes over the wire, before imapflow cuts it into answers. */
export type Wire = {
  /** Nothing of it is read by half. */
  isBetweenAnswers: () => boolean;
  /** From now on whatever comes is given to `take`, which must not throw and calls `next` when it may have more, and nobody else. */
  divert: (take: (piece: Buffer, next: () => void) => void) => void;
  restore: () => void;
  /** Reads this as if it came now. @param next called when all of it was dealt with */
  pass: (bytes: Buffer, next?: () => void) => void;
  /** Counts what came and is never read. */
  skip: (byteCount: number) => void;
};

export function wireOf(client: ImapFlow): Wire {
  const streamer: unknown = Reflect.get(client, "streamer");
  if (!(streamer instanceof Transform)) throw moved("streamer");
  const read = streamer._transform.bind(streamer);
  const state = (name: string): unknown => Reflect.get(streamer, name);
  const isEmpty = (name: string) => Object.is(Reflect.get(Object(state(name)), "length"), 0);
  return {
    isBetweenAnswers: () =>
      ["lineBuffer", "inputBuffer", "inputQueue"].every(isEmpty) && !state("activeInput") && state("state") === 1,
    divert: (take) => {
      streamer._transform = (piece: Buffer, _encoding, next) => take(piece, next);
    },
    restore: () => Reflect.deleteProperty(streamer, "_transform"),
    pass: (bytes, next = () => undefined) => {
      if (streamer.destroyed) next();
      else read(bytes, "latin1", next);
    },
    skip: (byteCount) => Reflect.set(streamer, "readBytesCounter", Number(state("readBytesCounter")) + byteCount),
  };
}

/** UNSELECT (RFC 3691), which unlike CLOSE expunges nothing. @returns whether nothing is selected any more */
export async function unselect(client: ImapFlow): Promise<boolean> {
  if (!client.mailbox) return true;
  if (!client.capabilities.has("UNSELECT")) return false;
  const isDone: unknown = await Reflect.apply(method(client, "run"), client, ["CLOSE", { unselect: true }]);
  return isDone === true;
}

/**
 * Before connecting.
 * @param onForeign whoever answers does not speak IMAP; imapflow would wait on for a greeting
 */
export function prepareClient(client: ImapFlow, onForeign: () => void): void {
  method(client, "exec");
  // imapflow would hold the connection for minutes on "Suggested Backoff Time"; how long to wait is the engine's to decide.
  method(client, "throttleWait");
  Reflect.set(client, "throttleWait", () => Promise.resolve(false));
  // Subscriptions are not asked for: they are too often wrong to hide a folder by.
  Reflect.set(client, "skipLsub", true);
  const handle = method(client, "handleResponse");
  Reflect.set(client, "handleResponse", (data: { payload: Buffer }) => {
    Reflect.deleteProperty(client, "handleResponse");
    if (data.payload[0] !== "*".charCodeAt(0)) onForeign();
    return Reflect.apply(handle, client, [data]);
  });
}

export type Replacements = {
  /** The mailbox is given while it is being selected; otherwise it is the selected one. */
  vanished: (untagged: ImapResponse, mailbox: { path: string } | undefined) => void;
  responseCode: Record<string, (values: unknown[]) => void>;
};

export function replaceInternals(client: ImapFlow, { vanished, responseCode }: Replacements): void {
  // imapflow would walk every UID of `VANISHED 1:4294967295`, waiting for each.
  method(client, "untaggedVanished");
  Reflect.set(client, "untaggedVanished", async (untagged: ImapResponse, mailbox?: { path: string }) =>
    vanished(untagged, mailbox),
  );
  const handlers: unknown = Reflect.get(client, "sectionHandlers");
  if (typeof handlers !== "object" || handlers === null) throw moved("sectionHandlers");
  for (const [name, handle] of Object.entries(responseCode)) {
    Reflect.set(handlers, name, async (values: unknown[]) => handle(values));
  }
}

/** For answers that no command is waiting for. */
export function onUntagged(client: ImapFlow, name: string, handle: UntaggedHandler): void {
  const handlers: unknown = Reflect.get(client, "untaggedHandlers");
  if (typeof handlers !== "object" || handlers === null) throw moved("untaggedHandlers");
  Reflect.set(handlers, name, handle);
}

/** Undeclared: false when the server could not tell what changed since (RFC 7162 §3.2.5). */
export function wasResynced(mailbox: object): boolean {
  return Reflect.get(mailbox, "qresync") === true;
}

/** The server may say nothing for so long from now on: imapflow takes any other silence for the end, also where nothing was asked. */
export function allowSilence(client: ImapFlow, ms: number): void {
  const socket: unknown = Reflect.get(client, "socket");
  if (socket instanceof Socket) socket.setTimeout(ms);
}

// eslint-disable-next-line typescript/no-unsafe-function-type -- looked up by name, called by Reflect.apply only
function method(client: ImapFlow, name: string): Function {
  const value: unknown = Reflect.get(client, name);
  if (typeof value !== "function") throw moved(name);
  return value;
}

const moved = (name: string) => new Error(`This version of imapflow has no ${name}.`);

type Completion = { response: ImapResponse; next: () => void };

function isCompletion(value: unknown): value is Completion {
  return typeof value === "object" && value !== null && "response" in value && "next" in value;
}
