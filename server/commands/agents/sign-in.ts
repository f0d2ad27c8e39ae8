import { randomBytes } from "node:crypto";
import { findAgentByEmail } from "#db/queries/agents/agents";
import { insertSession, revokeSession } from "#db/queries/agents/sessions";
import { isPassword } from "#server/auth/passwords";
import { forgive, refund, spend, type Limit } from "#server/auth/rate-limit";
import { sessionAgeMaxMs } from "#server/auth/session-token";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import { store } from "#server/store";

type SignIn = {
  emailAddress: string;
  password: string;
  ipAddress: string;
  userAgent: string;
  /** The session this browser had until now. */
  replacedSessionId: string | null;
};

const perAccount: Limit = { name: "sign-in-account", points: 8, durationSeconds: 900, blockSeconds: 60 };
const perAddress: Limit = { name: "sign-in-address", points: 40, durationSeconds: 900, blockSeconds: 300 };
const overall: Limit = { name: "sign-in-overall", points: 600, durationSeconds: 60, blockSeconds: 10 };

/**
 * Starts a session of its own for this sign-in, so that one fixed beforehand is worth nothing.
 * @returns undefined for a wrong password, an unknown address and a deactivated agent alike, after the same time
 * @throws AppError `rate_limited`, whether or not the address is known
 */
export async function signIn(given: SignIn): Promise<{ agentId: number; sessionId: string } | undefined> {
  const emailAddress = given.emailAddress.trim().toLowerCase().slice(0, 254);
  await spend(overall, "all");
  await spend(perAddress, given.ipAddress);
  await spend(perAccount, emailAddress);
  const agent = await findAgentByEmail(store().read, emailAddress);
  const isRight = await isPassword(given.password.slice(0, 200), agent?.passwordHash ?? null);
  if (!agent || !isRight || agent.deactivatedAt) return undefined;
  await forgive(perAccount, emailAddress);
  await refund(perAddress, given.ipAddress);
  return { agentId: agent.id, sessionId: await startSession(agent.id, given) };
}

async function startSession(agentId: number, { ipAddress, userAgent, replacedSessionId }: SignIn): Promise<string> {
  const id = randomBytes(16).toString("base64url");
  const at = now();
  const expiresAt = new Date(at.getTime() + sessionAgeMaxMs);
  await commit(async (tx, changed) => {
    await insertSession(tx, {
      id,
      agentId,
      ipAddress: ipAddress.slice(0, 100),
      userAgent: userAgent.slice(0, 300),
      createdAt: at,
      lastSeenAt: at,
      expiresAt,
    });
    const replacedAgentId = replacedSessionId ? await revokeSession(tx, replacedSessionId, at) : undefined;
    if (replacedAgentId !== undefined) changed({ type: "session.ended", agentId: replacedAgentId });
  });
  return id;
}
