/**
 * A private Dovecot on loopback: own configuration, own certificates, own mail, all below one temporary folder.
 * Needs nothing of the test runner, so the browser tests, the benchmarks and the demo use it too.
 */
import { spawn, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeCertificates, type CertificateKind } from "./certificates.ts";
import { dovecotConfig, tokenConfig, type DovecotLayout } from "./dovecot-config.ts";
import { freePorts } from "./free-port.ts";
import { openRawImap, quote, type AppendOptions, type RawImap } from "./raw-imap.ts";

export type DovecotUser = { name: string; password: string };

export type DovecotOptions = Partial<DovecotLayout> & {
  users: DovecotUser[];
  /** Also an IMAPS port and STARTTLS; the kind of certificate is `valid` unless named. */
  tls?: boolean | CertificateKind;
};

export type Dovecot = {
  host: "127.0.0.1";
  imapPort: number;
  imapsPort: number;
  /** The authority's certificate; empty without TLS. */
  caPath: string;
  folder: string;
  /** Another mail program, logged in. */
  login(user: string): Promise<RawImap>;
  /** Puts a raw message into a folder (INBOX unless named; made when missing), as delivery would. */
  deliver(user: string, source: Buffer | string, folder?: string, options?: AppendOptions): Promise<void>;
  log(): string;
  /** Ends it and removes its folder; waits until no process is left. */
  stop(): Promise<void>;
  /** SIGKILL to all of it at once: connections break, nothing is said. */
  kill(): Promise<void>;
  /** Stops it and starts it again on the same ports with the same mail. */
  restart(): Promise<void>;
};

export async function startDovecot(options: DovecotOptions): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), "prdc-"));
  // Dovecot's own users read the configuration's neighbours and write the mail.
  chmodSync(folder, 0o755);
  for (const name of ["mail", "home"]) {
    mkdirSync(join(folder, name));
    chmodSync(join(folder, name), 0o777);
  }
  writeFileSync(join(folder, "users"), options.users.map((user) => `${user.name}:{PLAIN}${user.password}\n`).join(""));
  const kind = options.tls === true ? "valid" : options.tls;
  const certificates = kind ? makeCertificates(folder, kind) : null;
  const [imap = 0, imaps = 0] = await freePorts(2);
  const layout: DovecotLayout = {
    capability: options.capability ?? "qresync",
    namespacePrefix: options.namespacePrefix ?? "",
    separator: options.separator ?? (options.namespacePrefix?.at(-1) || "/"),
    specialUse: options.specialUse ?? true,
    folders: options.folders ?? ["Sent", "Drafts", "Trash", "Junk", "Archive"],
    extraConfig: options.extraConfig ?? "",
    introspectionUrl: options.introspectionUrl ?? "",
  };
  writeFileSync(join(folder, "oauth2.conf"), tokenConfig(layout.introspectionUrl));
  writeFileSync(join(folder, "dovecot.conf"), dovecotConfig(folder, { imap, imaps }, certificates, layout));

  const log = () => readFileSync(join(folder, "dovecot.log"), "utf8");
  const couriers = new Map<string, Promise<RawImap>>();
  const login = (name: string) => {
    const user = options.users.find((entry) => entry.name === name);
    if (!user) throw new Error(`There is no user ${name}.`);
    return openRawImap({ port: imap, ...user });
  };
  const hangUp = async () => {
    for (const courier of couriers.values()) (await courier.catch(() => null))?.close();
    couriers.clear();
  };

  let server = await launch(folder, imap);
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    await hangUp();
    await endProcess(server, signal);
  };
  return {
    host: "127.0.0.1",
    imapPort: imap,
    imapsPort: certificates ? imaps : 0,
    caPath: certificates?.caPath ?? "",
    folder,
    login,
    log,
    deliver: async (user, source, path = "INBOX", append = {}) => {
      if (!couriers.has(user)) couriers.set(user, login(user));
      const courier = await couriers.get(user);
      await courier?.append(path, source, append).catch(async (error: unknown) => {
        if (!String(error).includes("TRYCREATE")) throw error;
        await courier.run(`CREATE ${quote(path)}`);
        await courier.append(path, source, append);
      });
    },
    stop: async () => {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
    kill: () => end("SIGKILL"),
    restart: async () => {
      await end("SIGTERM");
      // What was killed left it behind, and its number may still be taken by a process that nobody has asked for its outcome.
      rmSync(join(folder, "run", "master.pid"), { force: true });
      server = await launch(folder, imap);
    },
  };
}

/**
 * In a process group of its own, so that its children can be ended with it, and below a shell that ends them all when nobody holds
 * the other end of its input any more: however we end, none of it is left.
 */
async function launch(folder: string, port: number): Promise<ChildProcess> {
  const script = `(dovecot -F -c "$0"; kill -TERM $$) & cat >/dev/null; kill -TERM 0; sleep 1; kill -KILL 0`;
  const server = spawn("sh", ["-c", script, join(folder, "dovecot.conf")], {
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
    env: { ...process.env, PATH: `${process.env["PATH"] ?? ""}:/usr/sbin:/usr/local/sbin` },
  });
  let complaint = "";
  server.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  server.on("error", (error) => (complaint += error.message));
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null || server.pid === undefined;
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (hasEnded()) throw new Error(`Dovecot did not start: ${complaint}`);
    if (await answers(port)) return server;
    await sleep(25);
  }
  await endProcess(server, "SIGKILL");
  throw new Error(`Dovecot did not answer within 10 s: ${complaint}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: 1000 });
    const finish = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.once("data", () => finish(true));
    socket.once("error", () => finish(false));
    socket.once("timeout", () => finish(false));
  });
}

/** The whole group is told, because Dovecot's master would wait for mail processes whose clients stay. */
async function endProcess(server: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  signalGroup(server, signal);
  for (let attempt = 0; attempt < 500 && isGroupAlive(server); attempt += 1) {
    if (attempt === 50) signalGroup(server, "SIGKILL");
    await sleep(15);
  }
}

function signalGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (server.pid) process.kill(-server.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

function isGroupAlive(server: ChildProcess): boolean {
  try {
    return server.pid !== undefined && process.kill(-server.pid, 0) && hasRunningMember(server.pid);
  } catch {
    return false;
  }
}

/** A process that has ended stays in its group until somebody asks for its outcome, which in a container may be late. */
function hasRunningMember(group: number): boolean {
  if (!existsSync("/proc/self/stat")) return true;
  return readdirSync("/proc").some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const [state, , itsGroup] = readFileSync(`/proc/${name}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return Number(itsGroup) === group && state !== "Z";
    } catch {
      // It ended while we looked.
      return false;
    }
  });
}
