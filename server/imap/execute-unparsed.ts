import type { ImapFlow } from "imapflow";
import { execute, wireOf, type ExecuteOptions, type Token } from "./imapflow-internals.ts";

/** More is parsed as it comes: whoever takes it knows how much is too much. */
const heldMax = 8 * 1024 * 1024;

const lineFeed = 10;

/**
 * Runs a command whose untagged answers begin with one of those that `options.untagged` names, and holds their bytes back until the last
 * of them is in. Anything else that comes meanwhile, a literal among it, and all is read as ever.
 * @param isKnown told all answers at once, and must not throw; when it knows them they are dropped, unparsed
 */
export async function executeUnparsed(
  client: ImapFlow,
  command: string,
  tokens: Token[],
  options: ExecuteOptions,
  isKnown: (answers: string[]) => boolean,
): Promise<void> {
  const wire = wireOf(client);
  const starts = Object.keys(options.untagged).map((name) => `* ${name} `);
  const isWanted = (line: string) =>
    starts.some((start) => line.startsWith(start) || line.slice(0, start.length).toUpperCase() === start);
  const held: Buffer[] = [];
  let heldCount = 0;
  const letGo = () => {
    wire.restore();
    wire.pass(Buffer.concat(held.splice(0)));
  };
  const settle = () => {
    const answers = Buffer.concat(held);
    const end = answers.subarray(0, -1).lastIndexOf(lineFeed) + 1;
    const lines = answers.toString("latin1", 0, end).split(/\r?\n/);
    lines.pop();
    if (!lines.every((line) => isWanted(line) && !line.endsWith("}")) || !isKnown(lines)) return letGo();
    held.length = 0;
    wire.restore();
    wire.skip(end);
    wire.pass(answers.subarray(end));
  };
  const hold = (piece: Buffer) => {
    const isLate = held.length === 0 && !wire.isBetweenAnswers();
    held.push(piece);
    heldCount += piece.length;
    if (isLate || heldCount > heldMax) return letGo();
    if (piece.at(-1) !== lineFeed) return;
    const line = lastLine(held);
    if (isWanted(line)) return;
    if (/^[*+]/.test(line)) letGo();
    else settle();
  };
  wire.divert((piece, next) => {
    hold(piece);
    next();
  });
  try {
    await execute(client, command, tokens, options);
  } finally {
    wire.restore();
    if (held.length > 0) letGo();
  }
}

function lastLine(pieces: Buffer[]): string {
  const last = pieces.at(-1) ?? Buffer.alloc(0);
  const start = last.subarray(0, -1).lastIndexOf(lineFeed) + 1;
  if (start > 0 || pieces.length === 1) return last.toString("latin1", start);
  return lastLine([Buffer.concat(pieces)]);
}
