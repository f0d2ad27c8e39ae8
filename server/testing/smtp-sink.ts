/**
 * An SMTP server on loopback that takes every mail and delivers none of it to the world. What it is told to do wrong, it does.
 * Needs nothing of the test runner, so the browser tests and the demo use it too.
 */
import type { AddressInfo } from "node:net";
import { messageOf } from "../errors.ts";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

type SunkMail = {
  from: string;
  /** The envelope's recipients. */
  to: string[];
  source: Buffer;
};

/** Where a scripted server goes wrong: `cut` ends the connection there without a word, a number is the reply. */
export type SmtpFault =
  | { at: "connect" | "mail" | "data-start" | "mid-data" | "after-data"; cut: true }
  | { at: "mail" | "after-data"; code: number }
  | { at: "rcpt"; code: number; address?: string };

export type SmtpSinkOptions = {
  /** Called with each mail before it is accepted; what it throws becomes a 451. */
  onMessage?: (mail: SunkMail) => Promise<void> | void;
  /** Like `onMessage`, for each recipient, e.g. to put it into a mailbox of the test's IMAP server. */
  deliverTo?: (address: string, source: Buffer) => Promise<void>;
  /** Logins that are let in; anybody when absent. */
  users?: { name: string; password: string }[];
  /** Whether an access token is good for this user; with it XOAUTH2 is announced. */
  isTokenGood?: (name: string, token: string) => Promise<boolean>;
  /** With it the port speaks TLS from its first byte, or after STARTTLS when `isUpgraded`. */
  tls?: { cert: Buffer; key: Buffer; isUpgraded?: boolean };
  port?: number;
};

export type SmtpSink = {
  host: "127.0.0.1";
  port: number;
  /** What was accepted, in order. */
  mails: SunkMail[];
  /** What goes wrong with the next connections, one fault each; nothing when the list is used up. */
  faults: SmtpFault[];
  stop(): Promise<void>;
};

export async function startSmtpSink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const faults: SmtpFault[] = [];
  const faultOf = new WeakMap<SMTPServerSession, SmtpFault | null>();
  const faultAt = (session: SMTPServerSession, at: SmtpFault["at"]): SmtpFault | null => {
    const fault = faultOf.get(session) ?? null;
    return fault?.at === at ? fault : null;
  };

  /** What it answers: null for a mail that was taken. */
  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession, fault: SmtpFault | null) => {
    try {
      const mail = await take(stream, session, options);
      if (fault?.at === "after-data" && "code" in fault) return reply(fault.code, "Refused after all");
      mails.push(mail);
    } catch (error) {
      return reply(451, messageOf(error));
    }
    // The mail was taken, and whoever sent it never hears of it.
    if (fault?.at === "after-data") cut(server, session);
    return null;
  };

  const server = new SMTPServer({
    ...tlsOptions(options.tls),
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onConnect(session, done) {
      faultOf.set(session, faults.shift() ?? null);
      if (faultAt(session, "connect")) return cut(server, session);
      return done();
    },
    authMethods: options.isTokenGood ? ["PLAIN", "LOGIN", "XOAUTH2"] : ["PLAIN", "LOGIN"],
    onAuth({ method, username, password, accessToken }, _session, done) {
      if (method === "XOAUTH2") {
        void options
          .isTokenGood?.(username ?? "", accessToken ?? "")
          .then((isGood) => (isGood ? done(null, { user: username }) : done(reply(535, "Authentication failed"))));
        return;
      }
      const isKnown = options.users?.some((user) => user.name === username && user.password === password) ?? true;
      if (isKnown) return done(null, { user: username });
      return done(reply(535, "Authentication failed"));
    },
    onMailFrom(_address, session, done) {
      const fault = faultAt(session, "mail");
      if (!fault) return done();
      return "code" in fault ? done(reply(fault.code, "Not now")) : cut(server, session);
    },
    onRcptTo({ address }, session, done) {
      const fault = faultAt(session, "rcpt");
      const isMeant = fault?.at === "rcpt" && (fault.address === undefined || fault.address === address);
      return isMeant ? done(reply(fault.code, "No such user here")) : done();
    },
    onData(stream, session, answer) {
      const fault = faultOf.get(session) ?? null;
      if (fault?.at === "data-start" || fault?.at === "mid-data") {
        if (fault.at === "data-start") return cut(server, session);
        stream.once("data", () => cut(server, session));
        return stream.resume();
      }
      void receive(stream, session, fault).then(answer);
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    host: "127.0.0.1",
    port,
    mails,
    faults,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function take(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { onMessage, deliverTo }: SmtpSinkOptions,
): Promise<SunkMail> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  const { mailFrom, rcptTo } = session.envelope;
  const mail = {
    from: mailFrom ? mailFrom.address : "",
    to: rcptTo.map(({ address }) => address),
    source: Buffer.concat(chunks),
  };
  await onMessage?.(mail);
  for (const address of mail.to) await deliverTo?.(address, mail.source);
  return mail;
}

/** As when the machine went away: nothing is said. */
function cut(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) {
    if ("id" in connection && connection.id === session.id) destroySocket(connection);
  }
}

function destroySocket(connection: object): void {
  const socket: unknown = Reflect.get(connection, "_socket");
  if (typeof socket === "object" && socket !== null && "destroy" in socket && typeof socket.destroy === "function") {
    socket.destroy();
  }
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function tlsOptions(tls: SmtpSinkOptions["tls"]) {
  if (!tls) return { secure: false, disabledCommands: ["STARTTLS"] };
  return { secure: !tls.isUpgraded, cert: tls.cert, key: tls.key };
}
