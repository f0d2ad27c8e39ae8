import { insertAccount, kindsOfAccounts, latestColor } from "#db/queries/accounts/accounts";
import { sampleProvider } from "#lib/providers/sample";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import { seal } from "#server/vault";
import { chooseInbox } from "../accounts/require-may-connect.ts";

/** No name below `.invalid` is ever resolved (RFC 6761 §6.4). */
const nowhere = "sample.invalid";
const address = "sample@northwind.example";

/**
 * Makes the account of sample mail, which the engine fills; asked again, it is the same one.
 * @throws AppError `conflict` where an account with a server is connected: nothing is mixed with real mail
 */
export async function addSampleMail(agent: Agent): Promise<number> {
  const inboxId = await chooseInbox(store().read, agent);
  return commit(async (tx, changed) => {
    const { hasServer, sampleId } = await kindsOfAccounts(tx);
    if (sampleId !== undefined) return sampleId;
    if (hasServer) throw new AppError("conflict", "A mailbox is connected already: sample mail is for an empty inbox.");
    const account = {
      inboxId, ownerId: null, name: "Sample mail", emailAddress: address, senderName: "Northwind", mode: "two-way" as const, username: address,
      imapHost: nowhere, imapPort: 993, imapSecurity: "tls" as const, smtpHost: nowhere, smtpPort: 465, smtpSecurity: "tls" as const,
      provider: sampleProvider, state: "connecting" as const, stateChangedAt: now(), createdAt: now(), color: (await latestColor(tx)) ?? 0,
    }; // prettier-ignore
    const accountId = await insertAccount(tx, account, (id) => seal(`accounts:secret:${id}`, ""));
    changed({ type: "account.changed", accountId, inboxIds: [inboxId] });
    return accountId;
  });
}
