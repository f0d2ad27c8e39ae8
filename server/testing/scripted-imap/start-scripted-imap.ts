/**
 * A mail server in memory that speaks IMAP4rev1 with the extensions it is told to have, and misbehaves on cue. It is the other side
 * in tests and the sample mail server of the demonstration; mail comes in through its model.
 */
import { createServer } from "node:net";
import { capabilitySets, type Capability } from "./capabilities.ts";
import type { FaultHook, FaultRequest } from "./faults.ts";
import { GmailMailbox, type GmailOptions } from "./gmail/gmail-mailbox.ts";
import { ScriptedConnection } from "./scripted-connection.ts";
import { ScriptedMailbox, type VanishedMemory } from "./scripted-mailbox.ts";

export type ScriptedImapOptions = {
  users: { name: string; password: string }[];
  /** `qresync` unless named. */
  capabilities?: keyof typeof capabilitySets | readonly Capability[];
  /** Any free one unless named. */
  port?: number;
  faults?: FaultHook;
  /** Every user's mailbox is one of Gmail's; wants a set of capabilities with `X-GM-EXT-1`. */
  gmail?: GmailOptions;
  /** e.g. `INBOX.`; its last character is the delimiter. */
  namespacePrefix?: string;
  greeting?: string;
  /** What every user's mailbox remembers of deleted messages; all of it unless told. */
  vanishedMemory?: VanishedMemory;
};

export type ScriptedImap = {
  host: "127.0.0.1";
  port: number;
  mailbox(user: string): ScriptedMailbox;
  /** The same, where it is one of Gmail's. */
  gmailbox(user: string): GmailMailbox;
  setFaults(hook: FaultHook | null): void;
  setPassword(user: string, password: string): void;
  /** Every command so far. */
  readonly requests: readonly FaultRequest[];
  /** How many clients are connected, of one user or of all. */
  connectionCount(user?: string): number;
  /** Breaks all connections; with a text, says goodbye first. */
  dropConnections(bye?: string): void;
  /** Breaks those that were left hanging. */
  dropHanging(): void;
  stop(): Promise<void>;
};

const requestsMax = 100_000;

export async function startScriptedImap(options: ScriptedImapOptions): Promise<ScriptedImap> {
  const { capabilities = "qresync", namespacePrefix = "" } = options;
  const chosen = typeof capabilities === "string" ? capabilitySets[capabilities] : capabilities;
  const users = new Map(
    options.users.map(({ name, password }) => {
      const mailbox = options.gmail
        ? new GmailMailbox(options.gmail)
        : new ScriptedMailbox(namespacePrefix, namespacePrefix.at(-1) ?? "/");
      mailbox.vanishedMemory = options.vanishedMemory ?? "for-ever";
      return [name, { password, mailbox }];
    }),
  );
  const connections = new Set<ScriptedConnection>();
  const requests: FaultRequest[] = [];
  let faults: FaultHook | null = options.faults ?? null;
  let count = 0;

  const userNamed = (name: string) => {
    const user = users.get(name);
    if (!user) throw new Error(`There is no user ${name}.`);
    return user;
  };
  const server = createServer((socket) => {
    const connection = new ScriptedConnection({
      socket,
      number: (count += 1),
      capabilities: chosen,
      greeting: options.greeting ?? `* OK [CAPABILITY ${chosen.join(" ")}] Ready.`,
      logIn: (name, password) => {
        const user = users.get(name);
        return user?.password === password ? user.mailbox : null;
      },
      faultFor: (request) => {
        if (requests.length < requestsMax) requests.push(request);
        return faults?.(request);
      },
    });
    connections.add(connection);
    socket.once("close", () => connections.delete(connection));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const dropConnections = (bye?: string) => {
    for (const connection of connections) {
      if (bye === undefined) connection.drop();
      else connection.bye(bye);
    }
  };
  return {
    host: "127.0.0.1",
    port: typeof address === "object" && address ? address.port : 0,
    mailbox: (name) => userNamed(name).mailbox,
    gmailbox: (name) => {
      const { mailbox } = userNamed(name);
      if (!(mailbox instanceof GmailMailbox)) throw new Error("This is none of Gmail's.");
      return mailbox;
    },
    setFaults: (hook) => (faults = hook),
    setPassword: (name, password) => (userNamed(name).password = password),
    requests,
    connectionCount: (user) => [...connections].filter((each) => user === undefined || each.user === user).length,
    dropConnections,
    dropHanging: () => {
      for (const connection of connections) if (connection.isHanging) connection.drop();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        dropConnections();
      }),
  };
}
