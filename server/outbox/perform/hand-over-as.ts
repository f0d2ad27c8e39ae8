import type { OutboxAccount } from "#db/queries/outbox/outbox-account";
import { OauthError } from "../../oauth/oauth-error.ts";
import { withLogin } from "../../oauth/with-login.ts";
import { sendMessage, type SmtpOutcome } from "../../smtp/send-message.ts";

type Mail = Parameters<typeof sendMessage>[1];
type Watch = Parameters<typeof sendMessage>[2];

/** Hands a mail to the server of an account, signed in with its password or a token; what `sendMessage` says of it. */
export async function handOverAs(account: OutboxAccount, mail: Mail, watch: Watch): Promise<SmtpOutcome> {
  const { smtpHost: host, smtpPort: port, smtpSecurity: security, username } = account;
  const send = (login: { password: string }) => sendMessage({ host, port, security, username, ...login }, mail, watch);
  try {
    return await withLogin(account, send, { isRefused, ...(watch.signal && { signal: watch.signal }) });
  } catch (error) {
    if (!(error instanceof OauthError)) throw error;
    // Nothing was said to the server; mail waits for a person, or for the provider to come back.
    const { code, message, isTransient } = error;
    return { kind: "retry", reason: message, code, problem: isTransient ? null : { code, detail: message } };
  }
}

const isRefused = (outcome: SmtpOutcome): boolean =>
  outcome.kind === "retry" && outcome.problem?.code === "oauth_refused";
