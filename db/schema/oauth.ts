import type { TypedServers } from "#lib/contracts/oauth";
import { oauthProblemCodes } from "#lib/contracts/oauth-problem";
import { oauthProviders } from "#lib/contracts/vocabulary";
import { instant, int, json, looseRef, oneOf, ref, table, text, uniqueIndex } from "../dialect/sqlite.ts";
import { accounts } from "./accounts.ts";
import { agents } from "./agents.ts";

/** What a provider let us have for an account: the tokens, and how asking for new ones goes. */
export const oauthGrants = table("oauth_grants", {
  accountId: ref("account_id", () => accounts.id).primaryKey(),
  provider: oneOf("provider", oauthProviders).notNull(),
  /** Who signed in there, as the provider says; empty where it does not. A shared mailbox has another address. */
  signedInAs: text("signed_in_as").notNull().default(""),
  /** What was granted, separated by spaces (RFC 6749 §3.3). */
  scope: text("scope").notNull(),
  /** Sealed with AAD `oauth_grants:refresh_token:<accountId>`. */
  refreshToken: text("refresh_token").notNull(),
  /** Sealed with AAD `oauth_grants:access_token:<accountId>`. */
  accessToken: text("access_token").notNull(),
  accessExpiresAt: instant("access_expires_at").notNull(),
  /** Raised whenever tokens are stored: what was asked for with an older one is outdated. */
  version: int("version").notNull().default(1),
  /** Whoever asks for new tokens now, in whichever thread or process; over when `leaseUntil` has passed. */
  leaseHolder: text("lease_holder").notNull().default(""),
  leaseUntil: instant("lease_until"),
  /** Why there was no token the last time, and in words; empty when there was. Some codes end when somebody signs in again, and not before. */
  problemCode: oneOf("problem_code", ["", ...oauthProblemCodes])
    .notNull()
    .default(""),
  problemDetail: text("problem_detail").notNull().default(""),
  /** For the others: it is not tried before then. */
  retryAt: instant("retry_at"),
  failureCount: int("failure_count").notNull().default(0),
  refreshedAt: instant("refreshed_at").notNull(),
});

/** Somebody at the provider's page, until the account is stored or half an hour has passed. */
export const oauthSignIns = table(
  "oauth_sign_ins",
  {
    /** Random 128 bits; what the browser knows of it. */
    id: text("id").primaryKey(),
    /** SHA-256 of `state`. */
    stateHash: text("state_hash").notNull(),
    provider: oneOf("provider", oauthProviders).notNull(),
    agentId: ref("agent_id", () => agents.id).notNull(),
    /** The browser that began it, and nobody else, may come back with the code. */
    sessionId: text("session_id").notNull(),
    /** The account that is signed in again; null for a new one. */
    accountId: looseRef("account_id", () => accounts.id),
    /** Whether `accountId` was set: an account that is gone meanwhile does not make it a new one. */
    purpose: oneOf("purpose", ["connect", "reconnect"]).notNull(),
    /** PKCE verifier and nonce, sealed with AAD `oauth_sign_ins:verifier:<id>`; empty once used. */
    verifier: text("verifier").notNull(),
    state: oneOf("state", ["waiting", "signed-in", "failed", "used"]).notNull(),
    /** Servers that were typed before; never anything secret. */
    servers: json<TypedServers>("servers").notNull().default({}),
    /** Why it failed. */
    problemCode: text("problem_code").notNull().default(""),
    /** As the provider says; empty where it does not. */
    emailAddress: text("email_address").notNull().default(""),
    scope: text("scope").notNull().default(""),
    /** Sealed with AAD `oauth_sign_ins:tokens:<id>`; empty before and after. */
    tokens: text("tokens").notNull().default(""),
    accessExpiresAt: instant("access_expires_at"),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("oauth_sign_ins_by_state").on(t.stateHash)],
);
