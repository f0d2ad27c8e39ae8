import type { ConnectionProblemCode, ServerSettings } from "#lib/contracts/account";
import { ImapError } from "../imap/errors.ts";
import { openSession } from "../imap/open-session.ts";
import type { ImapSession, RemoteFolder } from "../imap/session.ts";
import { checkServer } from "./check-server.ts";
import { isConnectionProblemCode } from "./name-problem.ts";

type Login = { username: string; password: string };

export type VerifiedImap = { code: null; folders: RemoteFolder[] } | { code: ConnectionProblemCode };

/** Connecting, signing in and the list of folders together. */
const limitMs = 25_000;

/** Signs in, lists the folders and leaves. Opens no folder, so nothing there is even marked as recent. */
export async function verifyImap(server: ServerSettings, login: Login): Promise<VerifiedImap> {
  const checked = await checkServer(server);
  if (!checked.ok) return { code: checked.code };
  const deadline = AbortSignal.timeout(limitMs);
  const opening = openSession({ ...server, ...login, purpose: "command" });
  try {
    const session = await before(deadline, opening);
    const folders = await before(deadline, session.listFolders());
    await session.logout();
    return { code: null, folders };
  } catch (error) {
    void opening.then(discard, () => undefined);
    return { code: deadline.aborted ? "timeout" : codeOfImapFailure(error) };
  }
}

export function codeOfImapFailure(error: unknown): ConnectionProblemCode {
  if (!(error instanceof ImapError)) throw error;
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

function before<T>(deadline: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      deadline.addEventListener("abort", () => reject(deadline.reason), { once: true });
    }),
  ]);
}

function discard(session: ImapSession): void {
  session.destroy();
}
