import type { Verification, VerifyAccount } from "#lib/contracts/account";
import type { Agent } from "#server/auth/agent";
import { limitAttempts } from "#server/connect/limit-attempts";
import { verifyAccount } from "#server/connect/verify-account";
import { log } from "#server/log";
import { store } from "#server/store";
import { requireMayConnect } from "./require-may-connect.ts";

/** Tries settings out before anything is stored. Every attempt is written down: by whom, and how it went. */
export async function tryAccount(agent: Agent, settings: VerifyAccount): Promise<Verification> {
  await requireMayConnect(store().read, agent);
  await limitAttempts(agent.id);
  const verification = await verifyAccount(settings);
  const { imap, smtp } = verification;
  log("connect").info("An agent tried out an account.", {
    agentId: agent.id,
    imapCode: imap.code ?? "ok",
    smtpCode: smtp.code ?? "ok",
  });
  return verification;
}
