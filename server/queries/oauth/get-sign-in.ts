import { findSignIn, type SignInRow } from "#db/queries/oauth/sign-ins";
import { signInProblems, type SignIn, type SignInProblem } from "#lib/contracts/oauth";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { nameOfProvider } from "#server/oauth/providers";
import { store } from "#server/store";

/** How a sign-in of this agent's went; never what it brought. */
export async function getSignIn(agent: Agent, id: string): Promise<SignIn> {
  const row = await findSignIn(store().read, id, agent.id, now());
  if (!row) throw new AppError("not_found", "There is no such sign-in, or it has run out. Sign in again.");
  const providerName = nameOfProvider(row.provider);
  return {
    id: row.id,
    provider: row.provider,
    providerName,
    state: row.state,
    emailAddress: row.emailAddress === "" ? null : row.emailAddress,
    accountId: row.accountId,
    problem: problemOf(row, providerName),
    servers: row.servers,
    expiresAt: row.expiresAt.toISOString(),
  };
}

function problemOf({ state, problemCode }: SignInRow, name: string): SignIn["problem"] {
  if (state !== "failed") return null;
  const code = signInProblems.find((known) => known === problemCode) ?? "refused";
  return { code, detail: describe(code, name) };
}

function describe(code: SignInProblem, name: string): string {
  switch (code) {
    case "denied":
      return `Access was not allowed at ${name}. Sign in again to allow it.`;
    case "scope_missing":
      return `Not all that mail needs was allowed at ${name}. Sign in again and leave every box ticked.`;
    case "no_refresh_token":
      return `${name} gave access for a short while only. Whoever runs Postroom has to allow offline access (refresh tokens) for its client there.`;
    case "provider_unavailable":
      return `${name} could not be asked for access. Try again in some minutes.`;
    case "client_rejected":
      return `${name} does not accept this server’s client id, secret or redirect address. Whoever runs Postroom has to put them right.`;
    case "wrong_issuer":
      return `The answer came from somebody else than ${name}, and was not used.`;
    case "interrupted":
      return "The sign-in was interrupted. Sign in again.";
    case "refused":
      return `${name} turned the sign-in down. Sign in again.`;
    default:
      return code satisfies never;
  }
}
