/**
 * An IMAP client of a hundred lines that speaks plainly: what is written is what is sent, what comes back are lines.
 * Tests use it as "somebody else's mail program", and to put mail into folders.
 */
import { connect } from "node:net";

export type RawImap = {
  /** Runs one command; answers with its untagged lines. @throws with the server's text on NO and BAD */
  run(command: string): Promise<string[]>;
  append(folder: string, source: Buffer | string, options?: AppendOptions): Promise<void>;
  close(): void;
};

export type AppendOptions = { flags?: string[]; receivedAt?: Date };

type Pending = { tag: string; lines: string[]; resolve: (lines: string[]) => void; reject: (error: Error) => void };

export async function openRawImap(login: { port: number; name: string; password: string }): Promise<RawImap> {
  const socket = connect({ host: "127.0.0.1", port: login.port, noDelay: true });
  const waiting: Pending[] = [];
  let rest = "";
  let count = 0;

  const fail = (error: Error) => {
    for (const pending of waiting.splice(0)) pending.reject(error);
  };
  socket.setEncoding("latin1");
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("The connection was closed.")));

  const take = (line: string) => {
    const pending = waiting[0];
    if (!pending) return;
    if (!line.startsWith(`${pending.tag} `)) {
      pending.lines.push(line);
      return;
    }
    waiting.shift();
    const answer = line.slice(pending.tag.length + 1);
    if (answer.startsWith("OK")) pending.resolve([...pending.lines, answer]);
    else pending.reject(new Error(answer));
  };
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString()).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(line);
  });

  const send = (command: string, literal?: Buffer) =>
    new Promise<string[]>((resolve, reject) => {
      if (socket.destroyed) {
        reject(new Error("The connection is closed."));
        return;
      }
      const tag = `r${(count += 1)}`;
      waiting.push({ tag, lines: [], resolve, reject });
      // LITERAL+ (RFC 7888): no waiting for leave to go on.
      socket.write(literal ? `${tag} ${command} {${literal.length}+}\r\n` : `${tag} ${command}\r\n`);
      if (literal) socket.write(Buffer.concat([literal, Buffer.from("\r\n")]));
    });

  await send(`LOGIN ${quote(login.name)} ${quote(login.password)}`).catch((error: unknown) => {
    socket.destroy();
    throw error;
  });
  return {
    run: (command) => send(command),
    append: async (folder, source, { flags = [], receivedAt } = {}) => {
      const date = receivedAt ? ` "${imapDate(receivedAt)}"` : "";
      await send(`APPEND ${quote(folder)} (${flags.join(" ")})${date}`, Buffer.from(source));
    },
    close: () => socket.destroy(),
  };
}

export const quote = (text: string) => `"${text.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RFC 3501 `date-time`, in UTC. */
function imapDate(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = String(date.getUTCDate()).padStart(2, " ");
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${day}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()} ${time} +0000`;
}
