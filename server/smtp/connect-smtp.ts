import { isIP } from "node:net";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { ConnectionSecurity } from "#lib/contracts/vocabulary";
import { bearerMethod, signInByBearer, smtpLogin } from "./sign-in-by-bearer.ts";
import { mayUsePlaintext, resolveMailHost, type AllowedAddress } from "../network.ts";

export type SmtpSettings = {
  host: string;
  port: number;
  security: ConnectionSecurity;
  username: string;
  /** Not looked at where there is an access token. */
  password: string;
  accessToken?: string;
};

const connectMs = 20_000;
const greetingMs = 20_000;
/** RFC 5321 §4.5.3.2.6: a server may take 10 minutes over the end of data. */
const silenceMs = 600_000;

/**
 * A connection that is signed in and ready for a mail. TLS 1.2 at least; plaintext only to an allowed private host. The host is resolved
 * once and connected to by address, so that it cannot become another one in between (security: T5, T7).
 * @throws NetworkError, or nodemailer's error, before anything of a mail was said
 */
export async function connectSmtp(settings: SmtpSettings): Promise<SMTPConnection> {
  const addresses = await resolveMailHost(settings.host, settings.port);
  let failure: unknown = null;
  for (const { address } of addresses.slice(0, 3)) {
    const connection = new SMTPConnection(optionsOf(settings, address, addresses));
    // A late error of a connection that has been given up has nobody to tell.
    connection.on("error", () => undefined);
    try {
      await greet(connection);
      await signIn(connection, settings);
      return connection;
    } catch (error) {
      connection.close();
      if (!isUnreachable(error)) throw error;
      failure = error;
    }
  }
  throw failure;
}

function optionsOf({ host, port, security }: SmtpSettings, address: string, addresses: AllowedAddress[]) {
  if (security === "none" && !mayUsePlaintext(addresses)) {
    throw Object.assign(new Error("Mail may not go unencrypted to a public server."), { code: "EPLAINTEXT" });
  }
  return {
    host: address,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    // An address is no name to ask for (RFC 6066 §3); its certificate is checked against the address itself.
    ...(isIP(host) === 0 && { servername: host }),
    tls: { minVersion: "TLSv1.2" as const, ...(isIP(host) === 0 && { servername: host }) },
    connectionTimeout: connectMs,
    greetingTimeout: greetingMs,
    socketTimeout: silenceMs,
    customAuth: { [bearerMethod]: signInByBearer },
    logger: false,
  };
}

function greet(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once("error", reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

function signIn(connection: SMTPConnection, settings: SmtpSettings): Promise<void> {
  const { password, accessToken } = settings;
  // A relay on the operator's own network may know its clients by address.
  if (!connection.allowsAuth && password === "" && accessToken === undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    connection.once("error", reject);
    connection.login(smtpLogin(settings), (error) => (error ? reject(error) : resolve()));
  });
}

/** The next address may answer; after a handshake or a refusal it would say the same. */
function isUnreachable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ESOCKET" || code === "ECONNECTION" || code === "ETIMEDOUT";
}
