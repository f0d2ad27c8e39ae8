import { insertAccount, latestColor } from "#db/queries/accounts/accounts";
import type { Db } from "#db/dialect/sqlite";
import type { ConnectAccount, ServerSettings } from "#lib/contracts/account";
import { profileOfServer } from "#lib/providers/find-profile";
import type { OauthProviderId } from "#lib/contracts/vocabulary";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { checkServer } from "#server/connect/check-server";
import { describeProblem, type Protocol } from "#server/connect/describe-problem";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import { seal } from "#server/vault";
import { requireAddressFree } from "./require-address-free.ts";
import { chooseInbox } from "./require-may-connect.ts";

/** How many colours the interface has for accounts. */
const colorCount = 12;

/** Stores the account and tells the engine, which connects behind. @returns its id */
export async function connectAccount(agent: Agent, settings: ConnectAccount): Promise<number> {
  const { password, ...rest } = settings;
  return insertConnected(agent, { ...rest, oauthProvider: null, password });
}

type Settings = Omit<ConnectAccount, "password"> & { oauthProvider: OauthProviderId | null; password: string };

/**
 * What connecting by password and by OAuth have in common.
 * @param also stores what belongs to the new account, in the same transaction
 */
export async function insertConnected(
  agent: Agent,
  settings: Settings,
  also: (tx: Db, accountId: number) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const inboxId = await chooseInbox(store().read, agent, settings.inboxId);
  await Promise.all([requireAllowed("imap", settings.imap), requireAllowed("smtp", settings.smtp)]);
  return commit(async (tx, changed) => {
    const row = rowOf(agent, inboxId, settings);
    await requireAddressFree(tx, inboxId, row.emailAddress);
    const color = await latestColor(tx);
    const account = { ...row, color: color === undefined ? 0 : (color + 1) % colorCount };
    const accountId = await insertAccount(tx, account, (id) => seal(`accounts:secret:${id}`, settings.password));
    await also(tx, accountId);
    changed({ type: "account.changed", accountId, inboxIds: [inboxId] });
    return accountId;
  });
}

function rowOf(agent: Agent, inboxId: number, settings: Settings) {
  const at = now();
  return {
    inboxId,
    ownerId: agent.role === "admin" ? null : agent.id,
    name: settings.name,
    emailAddress: settings.emailAddress.toLowerCase(),
    senderName: settings.senderName ?? "",
    mode: settings.mode,
    historySince: settings.historySince ? new Date(settings.historySince) : null,
    username: settings.username ?? settings.emailAddress,
    imapHost: settings.imap.host,
    imapPort: settings.imap.port,
    imapSecurity: settings.imap.security,
    smtpHost: settings.smtp.host,
    smtpPort: settings.smtp.port,
    smtpSecurity: settings.smtp.security,
    provider: profileOfServer(settings.imap.host, settings.emailAddress.toLowerCase())?.provider ?? "generic",
    oauthProvider: settings.oauthProvider,
    state: "connecting" as const,
    stateChangedAt: at,
    createdAt: at,
  };
}

async function requireAllowed(protocol: Protocol, server: ServerSettings): Promise<void> {
  const checked = await checkServer(server);
  if (checked.ok) return;
  const message = describeProblem(checked.code, { protocol, server });
  throw new AppError("invalid", message, { issues: [{ path: `${protocol}.${checked.field}`, message }] });
}
