/**
 * Opens one connection and logs in. The address is looked up and checked once and that one is connected to; the certificate is
 * checked against the host's name.
 */
import { isIP } from "node:net";
import { ImapFlow, type ImapFlowOptions } from "imapflow";
import { mayUsePlaintext, resolveMailHost, type AllowedAddress } from "#server/network";
import { classifyError } from "./classify-error.ts";
import { ImapError } from "./errors.ts";
import { prepareClient } from "./imapflow-internals.ts";
import { ImapflowSession } from "./imapflow-session.ts";
import type { ImapSession, ImapSettings, Silence } from "./session.ts";

const mebibyte = 1024 * 1024;
/** Of a connection at rest it is found out by the next look, or by renewing its IDLE. */
const usualSilence: Silence = { owingMs: 75_000, restingMs: 600_000 };

/**
 * @param signal ends the attempt at once, whatever the server is taking its time for
 * @throws ImapError whose code is a `ConnectionProblemCode` where one fits
 */
export async function openSession(settings: ImapSettings, signal?: AbortSignal): Promise<ImapSession> {
  const secrets = secretsOf(settings);
  const failed = (error: unknown) => {
    const problem = classifyError(error, { errand: "connect", host: settings.host, secrets });
    return settings.accessToken === undefined ? problem : ofToken(problem, error);
  };
  const addresses = await resolveMailHost(settings.host, settings.port).catch((error: unknown) => {
    throw failed(error);
  });
  if (settings.security === "none" && !mayUsePlaintext(addresses)) {
    throw new ImapError("tls", "plaintext_not_allowed", "Passwords are not sent unencrypted over the internet.");
  }
  const candidates = oneOfEachFamily(addresses);
  for (const [index, { address }] of candidates.entries()) {
    const isLast = index === candidates.length - 1;
    try {
      const client = await connect(optionsFor(settings, address, isLast), signal);
      const { host, purpose, silence = usualSilence } = settings;
      const patience = purpose === "watch" ? { verbMs: silence.owingMs } : { silence };
      return new ImapflowSession(client, { host, secrets, ...patience });
    } catch (error) {
      const problem = failed(error);
      // An address that answers badly is the server's answer; one that does not answer may be a broken route.
      if (isLast || signal?.aborted || !routeProblems.has(problem.code)) throw problem;
    }
  }
  throw new ImapError("network", "name_not_found", "There is no server of this name.");
}

const routeProblems = new Set(["timeout", "unreachable", "refused"]);

async function connect(options: ImapFlowOptions, signal?: AbortSignal): Promise<ImapFlow> {
  const client = new ImapFlow(options);
  let isForeign = false;
  // Without a listener a late error would end the process.
  client.on("error", () => undefined);
  prepareClient(client, () => {
    isForeign = true;
    client.close();
  });
  const handleAbort = () => client.close();
  signal?.addEventListener("abort", handleAbort, { once: true });
  try {
    signal?.throwIfAborted();
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw isForeign ? notAMailServer(error) : error;
  } finally {
    signal?.removeEventListener("abort", handleAbort);
  }
}

function optionsFor(settings: ImapSettings, address: string, isLast: boolean): ImapFlowOptions {
  const { host, port, security, username, password, accessToken, purpose, silence = usualSilence } = settings;
  return {
    host: address,
    port,
    secure: security === "tls",
    doSTARTTLS: security === "starttls",
    // A name for SNI and the certificate; an address is checked as the host itself.
    ...(isIP(host) ? {} : { servername: host }),
    tls: { minVersion: "TLSv1.2" },
    auth: accessToken === undefined ? { user: username, pass: password } : { user: username, accessToken },
    clientInfo: { name: "Postroom", version: false, vendor: false, "support-url": false },
    logger: false,
    connectionTimeout: isLast ? 30_000 : 10_000,
    greetingTimeout: 15_000,
    // A watch is quiet for minutes, within one command.
    socketTimeout: purpose === "watch" ? silence.restingMs : silence.owingMs,
    disableAutoIdle: true,
    disableCompression: true,
    disableIMAP4rev2: true,
    disableBinary: true,
    qresync: settings.allowQresync !== false && settings.allowCondstore !== false,
    disableAutoEnable: settings.allowCondstore === false,
    // A SEARCH of a million messages on one line; a BODYSTRUCTURE of a thousand parts is far below.
    maxLineLength: 8 * mebibyte,
    maxLiteralSize: 60 * mebibyte,
    maxResponseSize: 70 * mebibyte,
    maxResponseTokens: 200_000,
    maxLockHoldTime: false,
  };
}

const notAMailServer = (cause: unknown) =>
  new ImapError("protocol", "not_a_mail_server", "What answers on this port is no IMAP server.", { cause });

function oneOfEachFamily(addresses: AllowedAddress[]): AllowedAddress[] {
  const first = addresses[0];
  const other = addresses.find((entry) => entry.family !== first?.family);
  return [first, other].filter((entry) => entry !== undefined);
}

/** A login by token that was turned down says nothing about passwords; what else a server may mean stays what it is. */
function ofToken(problem: ImapError, error: unknown): ImapError {
  // imapflow tells of it in a sentence and by no code.
  if (error instanceof Error && error.message === "Unsupported authentication mechanism")
    return new ImapError("no-permission", "oauth_unsupported", "The mail server knows no sign-in by OAuth 2.0.");
  if (problem.kind !== "auth" || problem.code === "imap_disabled") return problem;
  const message = "The mail server did not accept the sign-in for this mailbox.";
  return new ImapError("auth", "oauth_refused", message, { cause: problem });
}

/** The password or token as it may be repeated: plain, and as SASL sends it (PLAIN, LOGIN, XOAUTH2). */
function secretsOf({ username, password, accessToken }: ImapSettings): string[] {
  const plain = [password, `\0${username}\0${password}`];
  const framed =
    accessToken === undefined ? [] : [accessToken, `user=${username}\x01auth=Bearer ${accessToken}\x01\x01`];
  const encoded = [...plain, ...framed].map((value) => Buffer.from(value).toString("base64"));
  return [password, accessToken ?? "", ...encoded].filter((secret) => secret !== "" && secret !== "AAA=");
}
