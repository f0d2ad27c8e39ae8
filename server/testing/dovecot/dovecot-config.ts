import { userInfo } from "node:os";
import { join } from "node:path";
import type { Certificates } from "./certificates.ts";

/** `qresync` is all that Dovecot knows; `plain` is a server of 2003, with UIDPLUS, MOVE and ESEARCH gone as well. */
export type DovecotCapability = "qresync" | "condstore" | "plain";

export type DovecotLayout = {
  capability: DovecotCapability;
  /** e.g. `INBOX.`, as Courier has it. */
  namespacePrefix: string;
  separator: string;
  specialUse: boolean;
  /** Made for every user, besides INBOX. */
  folders: string[];
  extraConfig: string;
  /** Also takes tokens (XOAUTH2, OAUTHBEARER), each of which it asks this address about (RFC 7662). */
  introspectionUrl: string;
};

export type DovecotPorts = { imap: number; imaps: number };

export function dovecotConfig(folder: string, ports: DovecotPorts, tls: Certificates | null, layout: DovecotLayout) {
  const at = (...names: string[]) => join(folder, ...names);
  const own = userInfo();
  const isRoot = own.uid === 0;
  const users = isRoot ? "" : `default_internal_user = ${own.username}\ndefault_login_user = ${own.username}\n`;
  const mailUser = isRoot ? "uid=nobody gid=nogroup" : `uid=${own.uid} gid=${own.gid}`;
  const capability = capabilityLine(layout);
  return `${users}
protocols = imap
listen = 127.0.0.1
base_dir = ${at("run")}
state_dir = ${at("state")}
log_path = ${at("dovecot.log")}
first_valid_uid = 1
first_valid_gid = 0
auth_mechanisms = plain login${layout.introspectionUrl ? " xoauth2 oauthbearer" : ""}
auth_failure_delay = 0
disable_plaintext_auth = no
${tls ? `ssl = yes\nssl_cert = <${tls.certificatePath}\nssl_key = <${tls.keyPath}` : "ssl = no"}
mail_location = mdbox:${at("mail")}/%u
mail_fsync = never
mail_max_userip_connections = 2000
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${at("users")}
  mechanisms = plain login
}
${layout.introspectionUrl ? tokenPassdb(at("oauth2.conf")) : ""}
userdb {
  driver = static
  args = ${mailUser} home=${at("home")}/%u
}
service imap-login {
  chroot =
  service_count = 0
  client_limit = 4000
  process_min_avail = 1
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${tls ? ports.imaps : 0}
    ssl = yes
  }
}
service auth {
  client_limit = 9000
}
service anvil {
  client_limit = 9000
  chroot =
}
service imap {
  process_limit = 4000
  service_count = 100
}
service stats {
  chroot =
}
protocol imap {
  imap_idle_notify_interval = 2 mins
  ${capability}
}
namespace inbox {
  inbox = yes
  prefix = "${layout.namespacePrefix}"
  separator = ${layout.separator}
${layout.folders.map((name) => mailbox(name, layout.specialUse)).join("\n")}
}
${layout.extraConfig}
`;
}

const tokenPassdb = (path: string) => `passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${path}
}`;

/** A token is good while its provider says so, and for the mailbox of whoever it was given to. */
export const tokenConfig = (introspectionUrl: string): string => `introspection_mode = post
introspection_url = ${introspectionUrl}
username_attribute = sub
active_attribute = active
active_value = true
scope = imap
`;

function mailbox(name: string, specialUse: boolean): string {
  const use = specialUse ? specialUses[name] : undefined;
  return `  mailbox "${name}" {\n    auto = subscribe\n${use ? `    special_use = ${use}\n` : ""}  }`;
}

const specialUses: Record<string, string> = {
  Sent: "\\Sent", Drafts: "\\Drafts", Trash: "\\Trash", Junk: "\\Junk", Archive: "\\Archive",
}; // prettier-ignore

function capabilityLine({ capability, specialUse }: DovecotLayout): string {
  const base = "IMAP4rev1 SASL-IR LITERAL+ ID ENABLE IDLE NAMESPACE UNSELECT CHILDREN";
  const use = specialUse ? " SPECIAL-USE" : "";
  if (capability === "plain") return `imap_capability = ${base}${use}`;
  const modern = `${base} UIDPLUS MOVE ESEARCH LIST-EXTENDED LIST-STATUS CONDSTORE${use}`;
  if (capability === "condstore") return `imap_capability = ${modern}`;
  return specialUse ? "" : `imap_capability = ${modern} QRESYNC`;
}
