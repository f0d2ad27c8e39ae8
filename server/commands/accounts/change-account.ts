import { hurrySends } from "#db/queries/outbox/outbox-account";
import { deleteGrant } from "#db/queries/oauth/grants";
import { raiseSettingsVersion, updateAccount, type AccountRow } from "#db/queries/accounts/accounts";
import type { ChangeAccount } from "#lib/contracts/account";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import { safeHtml } from "#server/mime/safe-html";
import { seal } from "#server/vault";
import { recountAccount } from "./recount-account.ts";
import { requireChangeableAccount, requireServer } from "./require-account.ts";
import { chooseInbox } from "./require-may-connect.ts";
import { requireAddressFree } from "./require-address-free.ts";

/** Renames, pauses, resumes, takes a new password, changes the mode or moves the account with its mail to another inbox. */
export async function changeAccount(agent: Agent, accountId: number, change: ChangeAccount): Promise<void> {
  const signature = change.signature === undefined ? undefined : await safeHtml(change.signature);
  const hasMoved = await commit(async (tx, changed) => {
    const account = await requireChangeableAccount(tx, agent, accountId);
    if (change.password !== undefined || change.mode !== undefined) requireServer(account);
    const isMoving = change.inboxId !== undefined && change.inboxId !== account.inboxId;
    const inboxId = isMoving ? await chooseInbox(tx, agent, change.inboxId) : account.inboxId;
    if (isMoving) await requireAddressFree(tx, inboxId, account.emailAddress);
    await updateAccount(tx, accountId, {
      ...(change.name !== undefined && { name: change.name }),
      ...(change.senderName !== undefined && { senderName: change.senderName }),
      ...(signature !== undefined && { signature }),
      ...(change.signaturePlace !== undefined && { signaturePlace: change.signaturePlace }),
      ...(change.mode !== undefined && { mode: change.mode }),
      ...(change.password !== undefined && {
        oauthProvider: null,
        secret: seal(`accounts:secret:${accountId}`, change.password),
        sendProblemCode: "",
        sendProblemDetail: "",
      }),
      ...(isMoving && { inboxId, recountFrom: 0 }),
      ...stateAfter(account, change),
    });
    // A password takes the place of a sign-in.
    if (change.password !== undefined) await deleteGrant(tx, accountId);
    if (concernsEngine(change)) await raiseSettingsVersion(tx, accountId);
    if (change.password !== undefined) {
      hurrySends(tx, accountId, now());
      changed({ type: "outbox.wished", accountId, inboxIds: [] });
    }
    changed({ type: "account.changed", accountId, inboxIds: [...new Set([account.inboxId, inboxId])] });
    return isMoving;
  });
  if (hasMoved) await recountAccount(accountId);
}

/** A paused account stays so until it is resumed; any other is connected anew when that may help. */
function stateAfter(account: AccountRow, change: ChangeAccount) {
  const isPaused = change.paused ?? account.state === "paused";
  const wasPaused = account.state === "paused";
  if (isPaused === wasPaused && (isPaused || change.password === undefined)) return {};
  const state = isPaused ? ("paused" as const) : ("connecting" as const);
  const told = isPaused ? { attentionSince: null, alertedAt: null } : {};
  return { state, stateCode: "", stateDetail: "", stateChangedAt: now(), nextRetryAt: null, ...told };
}

const concernsEngine = ({ paused, password, mode }: ChangeAccount) =>
  paused !== undefined || password !== undefined || mode !== undefined;
