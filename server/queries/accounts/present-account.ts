import type { Account } from "#lib/contracts/account";
import type { AccountRow } from "#db/queries/accounts/accounts";
import { profileOfAccount } from "#lib/providers/find-profile";
import type { ByteHold } from "#lib/providers/byte-holds";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";

/** An account as this agent may know it. */
export function presentAccount(agent: Agent, row: AccountRow, held: readonly ByteHold[] = []): Account {
  return {
    id: row.id,
    name: row.name,
    senderName: row.senderName,
    signature: row.signature,
    signaturePlace: row.signaturePlace,
    emailAddress: row.emailAddress,
    username: row.username,
    color: row.color,
    inboxId: row.inboxId,
    ownerId: row.ownerId,
    provider: row.provider,
    providerName: profileOfAccount(row).name,
    oauthProvider: row.oauthProvider,
    oauthOffered: row.oauthProvider === null ? profileOfAccount(row).oauthProvider : null,
    mode: row.mode,
    historySince: row.historySince?.toISOString() ?? null,
    imap: { host: row.imapHost, port: row.imapPort, security: row.imapSecurity },
    smtp: { host: row.smtpHost, port: row.smtpPort, security: row.smtpSecurity },
    state: row.state,
    stateCode: row.stateCode,
    stateDetail: row.stateDetail,
    stateChangedAt: row.stateChangedAt.toISOString(),
    attentionSince: row.attentionSince?.toISOString() ?? null,
    alertedAt: row.alertedAt?.toISOString() ?? null,
    nextRetryAt: row.nextRetryAt?.toISOString() ?? null,
    waitsForBytes: presentHold(held),
    sendProblem: row.sendProblemCode ? { code: row.sendProblemCode, detail: row.sendProblemDetail } : null,
    lastSyncedAt: row.lastSyncedAt?.toISOString() ?? null,
    backfill: { done: row.backfillDone, total: row.backfillTotal },
    placementCount: row.placementCount,
    canChange: can(agent, "account.change", { ownerId: row.ownerId }),
    createdAt: row.createdAt.toISOString(),
  };
}

/** Whatever else waits is named by the health of the account. */
function presentHold([first]: readonly ByteHold[]): Account["waitsForBytes"] {
  return first ? { scope: first.scope, until: first.until.toISOString() } : null;
}
