import type { ImapFlow } from "imapflow";
import { cutAnswer } from "./cut-answer.ts";
import { interceptAnswers, wireOf, type RawAnswer } from "./imapflow-internals.ts";

/** More of one answer is left to imapflow, which knows how much is too much. */
const answerMax = 1024 * 1024;

/**
 * Shows every answer to `take` while `work` is done, in order; what it takes imapflow never sees, for most of what a row costs is the way
 * through its stream. It must not throw.
 */
export async function whileTaking<T>(
  client: ImapFlow,
  take: (answer: RawAnswer) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  const wire = wireOf(client);
  const release = interceptAnswers(client, take);
  let rest: Buffer = Buffer.alloc(0);
  let isBegun = false;
  const leave = (bytes: Buffer, next?: () => void) => {
    wire.restore();
    rest = Buffer.alloc(0);
    wire.pass(bytes, next);
  };
  wire.divert((piece, next) => {
    if (!isBegun && !wire.isBetweenAnswers()) return leave(piece, next);
    isBegun = true;
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    let at = 0;
    let takenUntil: number | null = null;
    for (let cut = cutAnswer(bytes, at); cut !== null; cut = cutAnswer(bytes, at)) {
      // What follows an answer that is imapflow's comes after it there, too.
      if (takenUntil === null && !take(cut.answer)) takenUntil = at;
      at = cut.end;
    }
    wire.skip(takenUntil ?? at);
    if (bytes.length - at > answerMax) return leave(bytes.subarray(takenUntil ?? at), next);
    rest = bytes.subarray(at);
    if (takenUntil === null) next();
    else wire.pass(bytes.subarray(takenUntil, at), next);
  });
  try {
    return await work();
  } finally {
    if (rest.length > 0) leave(rest);
    wire.restore();
    release();
  }
}
