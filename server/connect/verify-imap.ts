import { setTimeout as sleep } from "node:timers/promises";
import type { ConnectionProblemCode, ServerSettings } from "#lib/contracts/account";
import { ImapError } from "../imap/errors.ts";
import { openSession } from "../imap/open-session.ts";
import type { ImapSession, RemoteFolder } from "../imap/session.ts";
import { checkServer } from "./check-server.ts";
import { greetingOf } from "./greeting.ts";
import { isConnectionProblemCode } from "./name-problem.ts";

type Login = { username: string; password: string; accessToken?: string };
type Limits = { limitMs: number; suspicionMs: number };

export type VerifiedImap = { code: null; folders: RemoteFolder[] } | { code: ConnectionProblemCode };

/** `limitMs` is for all of it; after `suspicionMs` without an answer it is looked at who is there at all. */
const usualLimits: Limits = { limitMs: 20_000, suspicionMs: 3000 };

/** Signs in, lists the folders and leaves. Opens no folder, so nothing there is even marked as recent. */
export async function verifyImap(server: ServerSettings, login: Login, limits = usualLimits): Promise<VerifiedImap> {
  const checked = await checkServer(server);
  if (!checked.ok) return { code: checked.code };
  const ending = new AbortController();
  const opening = openSession({ ...server, ...login, purpose: "command" });
  try {
    return await Promise.race([
      listFolders(opening),
      giveUp(limits.limitMs, ending.signal),
      suspect(server, checked.addresses[0]?.address ?? "", limits.suspicionMs, ending.signal),
    ]);
  } finally {
    ending.abort();
    void opening.then(discard, () => undefined);
  }
}

function codeOfImapFailure(error: unknown): ConnectionProblemCode {
  if (!(error instanceof ImapError)) throw error;
  // imapflow tells of it in a sentence and by no code.
  if (error.cause instanceof Error && /not support STARTTLS/i.test(error.cause.message)) return "starttls_missing";
  if (error.code === "not_connected") return "too_many_connections";
  if (isConnectionProblemCode(error.code)) return error.code;
  switch (error.kind) {
    case "auth":
    case "no-permission":
      return "wrong_password";
    case "tls":
      return "tls_failed";
    case "throttled":
      return "throttled";
    case "network":
    case "offline":
      return "unreachable";
    case "poison":
      return "not_a_mail_server";
    case "refused":
    case "folder":
    case "over-quota":
    case "try-create":
    case "too-large":
    case "protocol":
      return "server_error";
    default:
      return error.kind satisfies never;
  }
}

async function listFolders(opening: Promise<ImapSession>): Promise<VerifiedImap> {
  try {
    const session = await opening;
    const folders = await session.listFolders();
    await session.logout();
    return { code: null, folders };
  } catch (error) {
    return { code: codeOfImapFailure(error) };
  }
}

async function giveUp(limitMs: number, signal: AbortSignal): Promise<VerifiedImap> {
  await pause(limitMs, signal);
  return { code: "timeout" };
}

/** An SMTP or POP server waits politely for the client that waits for `* OK`: both would wait until the end. */
async function suspect(
  server: ServerSettings,
  address: string,
  suspicionMs: number,
  signal: AbortSignal,
): Promise<VerifiedImap> {
  await pause(suspicionMs, signal);
  const greeting = signal.aborted ? "" : await greetingOf(server, address);
  if (greeting !== "" && !greeting.startsWith("* ")) return { code: "not_a_mail_server" };
  return new Promise(() => undefined);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function discard(session: ImapSession): void {
  session.destroy();
}
