import { Readable } from "node:stream";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { messageOf } from "../errors.ts";
import { connectSmtp, type SmtpSettings } from "./connect-smtp.ts";
import { sendingProblem, type SendingProblem } from "./sending-problem.ts";

/**
 * What a server did with a mail. `retry`: surely nothing, now; `problem` when it will do nothing with any other mail either. `failed`: surely nothing, and it says it never will. `uncertain`: the end
 * of data was written and no answer came, so that it may have taken the mail.
 */
export type SmtpOutcome =
  | { kind: "accepted"; refused: { address: string; reason: string }[]; serverMessageId: string | null }
  | { kind: "retry"; reason: string; code: string; problem: SendingProblem | null }
  | { kind: "failed"; reason: string; code: string }
  | { kind: "uncertain"; reason: string };

type Mail = {
  from: string;
  /** The approved recipients, and nobody else (security: T16). */
  recipients: readonly string[];
  source: Buffer;
};

type Watch = {
  /** Signed in; nothing of the mail has been said. */
  onConnected?: () => Promise<void>;
  /**
   * All of the mail is written but its end. Until this is answered the server cannot have taken it (RFC 5321 §4.1.1.4); from then on it may
   * have. What is thrown here ends the connection instead.
   */
  onEndOfData: () => Promise<void>;
  /** Ends what can still be ended without doubt. */
  signal?: AbortSignal;
};

type Progress = {
  /** The end of data goes out: from here on doubt is possible. */
  isEnding: boolean;
  /** It is decided what is answered: nothing more goes out. */
  isOver: boolean;
  marking: Promise<void>;
};

const sliceBytes = 65_536;

/** Hands a mail over, once. Never throws: what happened is in the answer. */
export async function sendMessage(settings: SmtpSettings, mail: Mail, watch: Watch): Promise<SmtpOutcome> {
  const progress: Progress = { isEnding: false, isOver: false, marking: Promise.resolve() };
  let connection: SMTPConnection | null = null;
  try {
    connection = await connectSmtp(settings);
    await watch.onConnected?.();
    return await handOver(connection, mail, watch, progress);
  } catch (error) {
    const outcome = outcomeOfError(error, progress.isEnding);
    if (outcome.kind !== "retry" || connection) return outcome;
    const problem = sendingProblem(error, settings.host, settings.accessToken !== undefined);
    return problem ? { ...outcome, reason: problem.detail, problem } : outcome;
  } finally {
    // What the caller writes next must come after what `onEndOfData` writes.
    await progress.marking;
    leave(connection);
  }
}

function handOver(connection: SMTPConnection, mail: Mail, watch: Watch, progress: Progress): Promise<SmtpOutcome> {
  return new Promise((resolve, reject) => {
    const giveUp = (error: unknown) => {
      progress.isOver = true;
      reject(error instanceof Error ? error : new Error(messageOf(error)));
      connection.close();
    };
    const abort = () => {
      if (!progress.isEnding) giveUp(new Error("Postroom is stopping."));
    };
    if (watch.signal?.aborted) return abort();
    watch.signal?.addEventListener("abort", abort, { once: true });
    const body = bodyThatWaits(mail.source, watch, progress);
    body.on("error", giveUp);
    const envelope = { from: mail.from, to: [...mail.recipients], size: mail.source.length };
    connection.send(envelope, body, (error, info) => {
      progress.isOver = true;
      watch.signal?.removeEventListener("abort", abort);
      if (error) reject(error);
      else if (!info) reject(new Error("The server said nothing."));
      else resolve({ kind: "accepted", refused: refusedOf(info), serverMessageId: info.serverMessageId ?? null });
    });
  });
}

/** Read only after the server has answered DATA with 354; its end is held back until it is known that it may go. */
function bodyThatWaits(source: Buffer, watch: Watch, progress: Progress): Readable {
  let written = 0;
  return new Readable({
    read() {
      if (written < source.length) {
        // In slices, so that the end is reached only when the connection has taken what comes before.
        this.push(source.subarray(written, written + sliceBytes));
        written += sliceBytes;
        return;
      }
      if (progress.isOver) return;
      const marked = watch.onEndOfData().then(() => {
        if (progress.isOver) return;
        progress.isEnding = true;
        this.push(null);
      });
      progress.marking = marked.catch((error: unknown) => {
        this.destroy(error instanceof Error ? error : new Error(messageOf(error)));
      });
    },
  });
}

type Refusal = { recipient?: string | undefined; response?: string | undefined; message: string };
type SendInfo = { rejected: string[]; rejectedErrors?: Refusal[] | undefined };

function refusedOf({ rejected, rejectedErrors }: SendInfo): { address: string; reason: string }[] {
  return rejected.map((address, index) => {
    const told = rejectedErrors?.find((error) => error.recipient === address) ?? rejectedErrors?.[index];
    return { address, reason: told?.response ?? told?.message ?? "" };
  });
}

function outcomeOfError(error: unknown, isEnding: boolean): SmtpOutcome {
  const { responseCode, code, response, command } = detailsOf(error);
  const reason = response || messageOf(error);
  const isAnswered = responseCode !== null && responseCode >= 400;
  // Once the end of data may be written, only an answer to it settles what became of the mail.
  if (isEnding) {
    if (!isAnswered || code !== "EMESSAGE") return { kind: "uncertain", reason };
    return responseCode >= 500 ? { kind: "failed", reason, code } : { kind: "retry", reason, code, problem: null };
  }
  // A wrong password, a failed handshake or a full server passes; a refused sender, recipient or mail does not.
  const isForGood = isAnswered && responseCode >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
  const isTooLarge = code === "EMESSAGE" && command === "MAIL FROM" && responseCode === null;
  return isForGood || isTooLarge ? { kind: "failed", reason, code } : { kind: "retry", reason, code, problem: null };
}

function detailsOf(error: unknown) {
  const read = (name: string): unknown =>
    typeof error === "object" && error !== null && name in error ? Reflect.get(error, name) : undefined;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const responseCode = read("responseCode");
  return {
    responseCode: typeof responseCode === "number" ? responseCode : null,
    code: text(read("code")),
    response: text(read("response")),
    command: text(read("command")),
  };
}

/** QUIT, and the socket closed soon after whether the server answers or not. */
function leave(connection: SMTPConnection | null): void {
  if (!connection) return;
  connection.quit();
  setTimeout(() => connection.close(), 2000).unref();
}
