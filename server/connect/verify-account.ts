import type { ServerSettings, Verification, VerifyAccount } from "#lib/contracts/account";
import { assignRoles } from "#lib/mail/folder-role";
import { profileOfServer } from "#lib/providers/find-profile";
import type { RemoteFolder } from "../imap/session.ts";
import { describeProblem, type Protocol } from "./describe-problem.ts";
import { refineRefusal } from "./name-problem.ts";
import { verifyImap } from "./verify-imap.ts";
import { verifySmtp } from "./verify-smtp.ts";

type Half = Verification["imap"];
/** With a token in place of the password. */
type Tried = Omit<VerifyAccount, "password"> & { password?: string; accessToken?: string };

/** Tries both servers, apart and at once, and says of each what is wrong. Stores nothing and changes nothing there. */
export async function verifyAccount(account: Tried): Promise<Verification> {
  const login = {
    username: account.username ?? account.emailAddress,
    password: account.password ?? "",
    ...(account.accessToken !== undefined && { accessToken: account.accessToken }),
  };
  const [imap, smtpCode] = await Promise.all([verifyImap(account.imap, login), verifySmtp(account.smtp, login)]);
  const half = (protocol: Protocol, server: ServerSettings, code: typeof smtpCode): Half => {
    if (code === null) return { ok: true };
    const profile = profileOfServer(server.host, account.emailAddress);
    const refined = refineRefusal(code, profile, login.password);
    return { ok: false, code: refined, detail: describeProblem(refined, { protocol, server, profile }) };
  };
  return {
    ok: imap.code === null && smtpCode === null,
    imap: half("imap", account.imap, imap.code),
    smtp: half("smtp", account.smtp, smtpCode),
    folders: imap.code === null ? presentFolders(imap.folders) : [],
  };
}

function presentFolders(remote: RemoteFolder[]): Verification["folders"] {
  const known = remote.map((folder) => ({
    ...folder,
    messageCount: folder.status?.messageCount ?? 0,
    activity: folder.status?.uidNext ?? 0,
  }));
  const roles = assignRoles(known, new Map());
  return known
    .filter((folder) => folder.selectable)
    .map(({ path, messageCount }) => {
      const { role, roleSource } = roles.get(path) ?? { role: "none", roleSource: "none" };
      return { path, role, roleSource, messageCount };
    });
}
