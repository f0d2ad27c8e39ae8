/** The same mail server in seven kinds, for tests that must hold with each: Dovecot and the scripted one, modern and old. */
import { parseEnv } from "../env.ts";
import type { ImapSettings } from "../imap/session.ts";
import { forget, singleton } from "../singleton.ts";
import type { DovecotCapability } from "./dovecot/dovecot-config.ts";
import { openRawImap, type AppendOptions, type RawImap } from "./dovecot/raw-imap.ts";
import { startDovecot } from "./dovecot/start-dovecot.ts";
import { startScriptedImap } from "./scripted-imap/start-scripted-imap.ts";

export type ImapBackend = {
  capability: DovecotCapability;
  /** e.g. `INBOX.` */
  prefix: string;
  /** A user nobody has used yet, with empty folders. */
  newUser(): ImapUser;
  stop(): Promise<void>;
};

export type ImapUser = {
  settings: ImapSettings;
  deliver(source: Buffer | string, folder?: string, options?: AppendOptions): Promise<void>;
  /** Somebody else's mail program, logged in. */
  other(): Promise<RawImap>;
};

const userCount = 60;
const password = "right and proper";

export const imapBackends: { name: string; start: () => Promise<ImapBackend> }[] = [
  { name: "Dovecot with QRESYNC", start: () => dovecot("qresync", "") },
  { name: "Dovecot with CONDSTORE", start: () => dovecot("condstore", "") },
  { name: "Dovecot without extensions", start: () => dovecot("plain", "") },
  { name: "Dovecot in the manner of Courier", start: () => dovecot("qresync", "INBOX.") },
  { name: "the scripted server with QRESYNC", start: () => scripted("qresync", "") },
  { name: "the scripted server with CONDSTORE", start: () => scripted("condstore", "INBOX.") },
  { name: "the scripted server without extensions", start: () => scripted("plain", "") },
];

/** Lets this process connect to its own machine; tests of connections begin with it. */
export function allowLoopback(): void {
  forget("env");
  singleton("env", () => parseEnv({ NODE_ENV: "test", ALLOW_PRIVATE_HOSTS: "127.0.0.0/8,::1,localhost" }));
}

const users = Array.from({ length: userCount }, (_, index) => ({ name: `user${index}@example.com`, password }));

async function dovecot(capability: DovecotCapability, prefix: string): Promise<ImapBackend> {
  allowLoopback();
  const server = await startDovecot({ users, capability, namespacePrefix: prefix });
  return {
    capability,
    prefix,
    stop: () => server.stop(),
    newUser: eachUser(server.imapPort, (name, source, folder, options) =>
      server.deliver(name, source, folder, options),
    ),
  };
}

async function scripted(capability: DovecotCapability, prefix: string): Promise<ImapBackend> {
  allowLoopback();
  const server = await startScriptedImap({ users, capabilities: capability, namespacePrefix: prefix });
  return {
    capability,
    prefix,
    stop: () => server.stop(),
    newUser: eachUser(server.port, async (name, source, folder, options = {}) => {
      server.mailbox(name).deliver(source, folder, options.flags, options.receivedAt);
    }),
  };
}

type Deliver = (name: string, source: Buffer | string, folder?: string, options?: AppendOptions) => Promise<void>;

function eachUser(port: number, deliver: Deliver): () => ImapUser {
  let next = 0;
  return () => {
    const user = users[next];
    if (!user) throw new Error("There are no users left.");
    next += 1;
    return {
      settings: { host: "127.0.0.1", port, security: "none", username: user.name, password, purpose: "command" },
      deliver: (source, folder, options) => deliver(user.name, source, folder, options),
      other: () => openRawImap({ port, ...user }),
    };
  };
}
