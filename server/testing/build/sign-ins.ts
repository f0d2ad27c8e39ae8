import { createHash, randomBytes } from "node:crypto";
import { putGrant } from "#db/queries/oauth/grants";
import type { oauthGrants } from "#db/schema/index";
import { oauthSignIns } from "#db/schema/index";
import { now } from "#server/clock";
import { store } from "#server/store";
import { seal } from "#server/vault";
import { insertOne, nextNumber } from "./insert.ts";
import { account } from "./mail.ts";
import { agent } from "./people.ts";

type SignInWishes = Partial<typeof oauthSignIns.$inferInsert>;

/** One that has brought tokens. */
export async function signIn({ ...wishes }: SignInWishes = {}) {
  const id = wishes.id ?? randomBytes(16).toString("base64url");
  const agentId = wishes.agentId ?? (await agent()).id;
  const tokens = JSON.stringify({ accessToken: "access-canary", refreshToken: "refresh-canary" });
  return insertOne((tx) =>
    tx
      .insert(oauthSignIns)
      .values({
        stateHash: createHash("sha256").update(`state-${nextNumber()}`).digest("base64url"),
        provider: "generic",
        sessionId: "session",
        purpose: "connect",
        verifier: "",
        state: "signed-in",
        emailAddress: "support@acme.test",
        scope: "openid email imap",
        tokens: seal(`oauth_sign_ins:tokens:${id}`, tokens),
        accessExpiresAt: new Date(now().getTime() + 3_600_000),
        expiresAt: new Date(now().getTime() + 1_800_000),
        createdAt: now(),
        ...wishes,
        id,
        agentId,
      })
      .returning(),
  );
}

type GrantWishes = Partial<Omit<typeof oauthGrants.$inferInsert, "version">>;

/** An account that is signed in by OAuth, whose access token lasts for an hour unless wished otherwise. */
export async function grantedAccount(
  { accessToken = "access-1", refreshToken = "refresh-1", ...grant }: GrantWishes = {},
  wishes: Parameters<typeof account>[0] = {},
) {
  const provider = grant.provider ?? "generic";
  const made = await account({ password: "", oauthProvider: provider, ...wishes });
  await store().write((tx) =>
    putGrant(tx, {
      scope: "openid email imap",
      accessExpiresAt: new Date(now().getTime() + 3_600_000),
      refreshedAt: new Date(now().getTime() - 120_000),
      ...grant,
      provider,
      accountId: made.id,
      accessToken: seal(`oauth_grants:access_token:${made.id}`, accessToken),
      refreshToken: seal(`oauth_grants:refresh_token:${made.id}`, refreshToken),
    }),
  );
  return made;
}
