/**
 * Writes to the admins about an account that needs somebody, once. Postroom has no mail server of its own: another account of the
 * workspace carries it, which its Sent folder may show. Where none can, the interface and the log are the only ones to tell.
 */
import { randomUUID } from "node:crypto";
import { adminAddresses } from "#db/queries/agents/agents";
import { healthyAccountIds, markAlertMailed, unmailedAlerts } from "#db/queries/health/attention";
import { outboxAccount, type OutboxAccount } from "#db/queries/outbox/outbox-account";
import { now } from "../clock.ts";
import { env } from "../env.ts";
import { messageOf } from "../errors.ts";
import { log } from "../log.ts";
import { buildMessage } from "../mime/build-message.ts";
import { withLogin } from "../oauth/with-login.ts";
import { sendMessage, type SmtpOutcome } from "../smtp/send-message.ts";
import { singleton } from "../singleton.ts";
import { store } from "../store.ts";

type Admin = { name: string; address: string };
type Alert = Awaited<ReturnType<typeof unmailedAlerts>>[number];

const carriersMax = 3;
/** When it was refused by every account that could carry it. While there is none, as right after its server was away, it is looked for again. */
const pauseMs = 10 * 60 * 1000;

export async function mailAdmins(): Promise<void> {
  const admins = await adminAddresses(store().read);
  for (const alert of admins.length === 0 ? [] : await unmailedAlerts(store().read)) {
    const pauses = pausedUntil();
    if ((pauses.get(alert.id) ?? 0) > now().getTime()) continue;
    const carriers = (await healthyAccountIds(store().read, alert.inboxId)).filter((id) => id !== alert.id);
    if (carriers.length === 0) continue;
    if (await isCarried(alert, carriers, admins)) await store().write((tx) => markAlertMailed(tx, alert.id, now()));
    else pauses.set(alert.id, now().getTime() + pauseMs);
  }
}

const pausedUntil = () => singleton("alert-mail-pauses", () => new Map<number, number>());

/** Whether the admins surely have it or may have it: a mail too few is better than one a minute. */
async function isCarried(alert: Alert, carrierIds: readonly number[], admins: Admin[]): Promise<boolean> {
  for (const carrierId of carrierIds.slice(0, carriersMax)) {
    const carrier = await outboxAccount(store().read, carrierId);
    if (!carrier) continue;
    const outcome = await send(carrier, alert, admins);
    log("timers").info("The admins were written to.", { accountId: alert.id, carrierId, outcome: outcome.kind });
    if (outcome.kind === "accepted" || outcome.kind === "uncertain") return true;
  }
  return false;
}

async function send(carrier: OutboxAccount, alert: Alert, admins: Admin[]): Promise<SmtpOutcome> {
  const mail = {
    from: carrier.emailAddress,
    recipients: admins.map(({ address }) => address),
    source: await writeAlert(carrier, alert, admins),
  };
  const { smtpHost: host, smtpPort: port, smtpSecurity: security, username } = carrier;
  try {
    return await withLogin(
      carrier,
      (login) =>
        sendMessage({ host, port, security, username, ...login }, mail, { onEndOfData: () => Promise.resolve() }),
      { isRefused: (outcome) => outcome.kind === "retry" && outcome.problem?.code === "oauth_refused" },
    );
  } catch (error) {
    return { kind: "retry", reason: messageOf(error), code: "", problem: null };
  }
}

function writeAlert(carrier: OutboxAccount, alert: Alert, admins: Admin[]): Promise<Buffer> {
  const name = alert.name.replaceAll(/\s+/g, " ");
  return buildMessage({
    internetMessageId: `${randomUUID()}@${carrier.emailAddress.split("@")[1] ?? "postroom.invalid"}`,
    sentAt: now(),
    from: { name: "Postroom", address: carrier.emailAddress },
    to: admins,
    cc: [],
    bcc: [],
    subject: `${name} needs attention`,
    text: [
      `The account ${name} does not work any more:`,
      alert.detail,
      "Its mail stays on its server; nothing is lost, and it catches up at once when it works again.",
      `See to it here: ${env().APP_URL}/settings/accounts/${alert.id}`,
    ].join("\n\n"),
    html: "",
    attachments: [],
    isAutomatic: true,
  });
}
