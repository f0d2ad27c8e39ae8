/** imapflow's own way from bytes to answers, with a connection that a test speaks for. */
import { ImapFlow } from "imapflow";
import { ImapStream } from "imapflow/lib/handler/imap-stream.js";

type Answer = { payload: Buffer; literals: Buffer[] };

/** A client that is sent `pieces` while a command runs, and that has seen all when it has seen `completion`. */
export function scriptedReader(pieces: Buffer[], completion: string) {
  const client = new ImapFlow({ host: "127.0.0.1", port: 1, auth: { user: "x", pass: "x" }, logger: false });
  const streamer: unknown = Reflect.get(client, "streamer");
  if (!(streamer instanceof ImapStream)) throw new Error("imapflow has another streamer.");
  const answers: string[] = [];
  let finish = () => {};
  const isOver = new Promise<void>((resolve) => (finish = resolve));
  const handle = (answer: Answer) => {
    answers.push(asText(answer));
    if (answers.at(-1) === completion) finish();
  };
  Object.setPrototypeOf(
    client,
    Object.assign(Object.create(Object.getPrototypeOf(client)), { handleResponse: handle }),
  );
  const read = async () => {
    for (let item = streamer.read(); item !== null; item = streamer.read()) {
      await Reflect.apply(Reflect.get(client, "handleResponse"), client, [item]);
      item.next();
    }
  };
  streamer.on("readable", () => void read());
  const run = async () => {
    for (const piece of pieces) await new Promise((resolve) => streamer.write(piece, resolve));
    await isOver;
    return { response: {}, next: () => undefined };
  };
  Reflect.set(client, "exec", run);
  return { client, run, answers, byteCount: () => streamer.readBytesCounter };
}

export const asText = ({ payload, literals = [] }: { payload: Buffer; literals?: Buffer[] }) =>
  [payload, ...literals].map((part) => part.toString("latin1")).join("|");

/** Cut where a network might. */
export function cutInPieces(text: string, lengths: number[]): Buffer[] {
  const bytes = Buffer.from(text, "latin1");
  const pieces: Buffer[] = [];
  let from = 0;
  for (const length of [...lengths, Infinity]) {
    if (from < bytes.length) pieces.push(bytes.subarray(from, Math.min(bytes.length, from + length)));
    from += length;
  }
  return pieces;
}
