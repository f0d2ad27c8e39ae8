import type { ConnectionProblemCode, ServerSettings } from "#lib/contracts/account";
import type { ProviderProfile } from "#lib/providers/profile";

export type Protocol = "imap" | "smtp";

type Subject = { protocol: Protocol; server: ServerSettings; profile?: ProviderProfile | undefined };

/** What happened and what to do about it. Made of our own words only: what a server says may echo what it was sent. */
export function describeProblem(code: ConnectionProblemCode, { protocol, server, profile }: Subject): string {
  const { host, port, security } = server;
  const usual = usualPorts[protocol];
  const provider = profile?.name ?? host;
  const help = profile?.help ? ` ${profile.help.text}` : "";
  switch (code) {
    case "name_not_found":
      return `There is no server named ${host}. Check how it is spelled.`;
    case "refused":
      return `${host} takes no connections on port ${port}. Check the port: it is usually ${usual}.`;
    case "timeout":
      return `${host} did not answer on port ${port} in time. Check host, port and the kind of encryption: usual is ${usual}.`;
    case "unreachable":
      return `The connection to ${host} on port ${port} broke or never came about. Try again, and check that no firewall is in the way.`;
    case "address_not_allowed":
      return `${host} has a private address. Whoever runs this server can allow it with ALLOW_PRIVATE_HOSTS.`;
    case "port_not_allowed":
      return `Port ${port} is not one that mail servers use: it is usually ${usual}.`;
    case "plaintext_not_allowed":
      return "Without encryption anybody on the way could read the password. Choose TLS or STARTTLS.";
    case "tls_expired":
      return `The certificate of ${host} has expired. Whoever runs that server has to renew it.`;
    case "tls_wrong_host":
      return `The certificate of ${host} was made for another name. Enter the server’s name as the provider gives it.`;
    case "tls_self_signed":
      return `The certificate of ${host} is signed by nobody known here. Whoever runs Postroom can add its authority with NODE_EXTRA_CA_CERTS.`;
    case "tls_failed":
      return `No encrypted connection to ${host} on port ${port} came about. Check that the port goes with ${names[security]}: usual is ${usual}.`;
    case "starttls_missing":
      return `${host} offers no STARTTLS on port ${port}. Choose TLS, usually on port ${protocol === "imap" ? 993 : 465}.`;
    case "wrong_password":
      return `${provider} did not accept this user name and password.${help}`;
    case "app_password_required":
      return `${provider} does not accept the usual password here.${help || " Make an app password in the security settings of the mailbox and use that."}`;
    case "oauth_required":
      return `${provider} does not accept passwords.${help || " It wants a sign-in on its own page (OAuth 2.0)."}`;
    case "imap_disabled":
      return protocol === "imap"
        ? `IMAP is turned off for this mailbox. Turn it on in its settings at ${provider}, then try again.${help}`
        : `Sending by SMTP is turned off for this mailbox. Turn it on in its settings at ${provider}, then try again.`;
    case "too_many_connections":
      return `${provider} has too many connections of this mailbox open. Close other mail programs, or try again in some minutes.`;
    case "throttled":
      return `${provider} asks to slow down. Try again in some minutes.`;
    case "not_a_mail_server":
      return `What answers at ${host} on port ${port} is no ${protocol.toUpperCase()} server. Check host and port: usual is ${usual}.`;
    case "server_error":
      return `${provider} answered with an error of its own. Try again later.`;
    case "oauth_refused":
      return protocol === "imap"
        ? `${provider} does not accept this sign-in for the mailbox. Check the address, and that IMAP is allowed for it.`
        : `${provider} does not accept this sign-in for sending. An administrator may have to allow SMTP (authenticated SMTP) for the mailbox.`;
    case "oauth_unsupported":
      return `${provider} knows no sign-in by OAuth 2.0 at ${host}. Connect it with a password.`;
    case "oauth_reconnect":
    case "oauth_scope_missing":
      return "The sign-in has ended, or does not allow all that mail needs. Sign in again and allow all of it.";
    case "oauth_client_rejected":
    case "oauth_not_configured":
      return "This server is not set up for that sign-in any more. Whoever runs Postroom has to renew its client id and secret.";
    case "oauth_unavailable":
      return "Access could not be asked for at the moment. Try again in some minutes.";
    default:
      return code satisfies never;
  }
}

const usualPorts = { imap: "993 with TLS, 143 with STARTTLS", smtp: "465 with TLS, 587 with STARTTLS" };
const names = { tls: "TLS", starttls: "STARTTLS", none: "no encryption" };
