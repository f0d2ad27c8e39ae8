/** What the parsing threads can do, by name: see `server/pool.ts`. Each loads its tools when it is first asked. */
import type { AnswerInput } from "./event/answer-event.ts";
import type { ParsedEvent } from "./event/parse-event.ts";
import type { Body, BodyInput } from "./decode-body.ts";
import type { ParsedSource } from "./parse-mime.ts";
import type { SanitizeInput, Sanitized } from "./sanitize/sanitize.ts";

export async function decodeBody(input: BodyInput): Promise<Body> {
  return (await import("./decode-body.ts")).decodeBody(input);
}

export async function parseMime(source: Uint8Array): Promise<ParsedSource> {
  return (await import("./parse-mime.ts")).parseMime(source);
}

export async function parseEvent(source: Uint8Array): Promise<ParsedEvent | null> {
  return (await import("./event/parse-event.ts")).parseEvent(source);
}

export async function answerEvent(input: AnswerInput): Promise<string | null> {
  return (await import("./event/answer-event.ts")).answerEvent(input);
}

export async function makeThumbnail(content: Uint8Array): Promise<Uint8Array | null> {
  return (await import("./preview/make-thumbnail.ts")).makeThumbnail(content);
}

export async function sanitize(input: SanitizeInput): Promise<Sanitized> {
  return (await import("./sanitize/sanitize.ts")).sanitize(input);
}
