/**
 * A provider of OAuth 2.0 and OpenID Connect on loopback (`oidc-provider`): its own sign-in page, rotating refresh tokens, introspection
 * for Dovecot, revocation, and faults at its token endpoint. Needs nothing of the test runner.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";
import { interactionPage } from "./interaction-page.ts";

type TokenFault = { status: number; retryAfter?: string; body?: string } | "hang-up";

export type OauthTestProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What an operator sets to use it. */
  env: Record<string, string>;
  /** For Dovecot. */
  introspectionUrl: string;
  /** `grant_type` of every request to the token endpoint, in order. */
  tokenRequests: string[];
  /** What the token endpoint does wrong: one entry a request, until none is left; `always` until it is taken away. */
  faults: TokenFault[];
  always: TokenFault | null;
  /** Milliseconds that every answer of the token endpoint takes. */
  delayMs: number;
  /** Of access tokens that are given from now on. */
  accessSeconds: number;
  /** Whether a token is good for this person's mailbox. */
  isTokenGood(emailAddress: string, token: string): Promise<boolean>;
  /** Ends one access token before its time. */
  expire(token: string): Promise<void>;
  /** Takes back all that this person has allowed, as they may do at the provider's own page. */
  revoke(emailAddress: string): Promise<void>;
  /** Tokens as a sign-in would bring them, without a browser. */
  grant(emailAddress: string, scope?: string): Promise<{ accessToken: string; refreshToken: string }>;
  stop(): Promise<void>;
};

type Options = { redirectUris?: string[]; name?: string; port?: number };

const clientId = "postroom";
const clientSecret = "a secret that only the two know";
const providerScope = "openid email offline_access imap smtp";

export async function startOauthProvider({
  redirectUris = ["http://localhost/callback"],
  name = "Acme ID",
  port = 0,
}: Options = {}): Promise<OauthTestProvider> {
  const state = { faults: [] as TokenFault[], always: null as TokenFault | null, delayMs: 0, accessSeconds: 3600 };
  const tokenRequests: string[] = [];
  const grants = new Map<string, string[]>();
  const at: { handle: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null } = {
    handle: null,
  };
  const server = createServer((request, response) => {
    void at.handle?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(
    issuer,
    configurationOf(redirectUris, () => state.accessSeconds),
  );
  const callback = provider.callback();
  const remember = (emailAddress: string, grantId: string) =>
    grants.set(emailAddress, [...(grants.get(emailAddress) ?? []), grantId]);

  at.handle = async (request, response) => {
    const path = new URL(request.url ?? "/", issuer).pathname;
    if (path === "/token") {
      const body = await bodyOf(request);
      tokenRequests.push(new URLSearchParams(body.toString()).get("grant_type") ?? "");
      await new Promise((resolve) => setTimeout(resolve, state.delayMs));
      const fault = state.always ?? state.faults.shift();
      if (fault !== undefined) return fail(fault, response);
      // oidc-provider takes a body that somebody has read already from here.
      Object.assign(request, { body: Object.fromEntries(new URLSearchParams(body.toString())) });
    }
    if (path.startsWith("/interaction/")) return interactionPage(provider, request, response, remember);
    await callback(request, response);
  };

  return Object.assign(state, {
    issuer,
    clientId,
    clientSecret,
    env: variablesOf(issuer, name),
    introspectionUrl: introspectionUrlOf(issuer),
    tokenRequests,
    isTokenGood: async (emailAddress: string, token: string) =>
      (await provider.AccessToken.find(token))?.accountId === emailAddress,
    expire: async (token: string) => {
      await (await provider.AccessToken.find(token))?.destroy();
    },
    revoke: async (emailAddress: string) => {
      for (const grantId of grants.get(emailAddress) ?? []) {
        await provider.RefreshToken.revokeByGrantId(grantId);
        await provider.AccessToken.revokeByGrantId(grantId);
        await (await provider.Grant.find(grantId))?.destroy();
      }
      grants.delete(emailAddress);
    },
    grant: async (emailAddress: string, scope = providerScope) => {
      const client = await provider.Client.find(clientId);
      if (!client) throw new Error("The client is gone.");
      const grant = new provider.Grant({ accountId: emailAddress, clientId });
      grant.addOIDCScope(scope);
      const grantId = await grant.save();
      remember(emailAddress, grantId);
      const fields = { accountId: emailAddress, client, grantId, scope, gty: "authorization_code", claims: {} };
      const accessToken = await new provider.AccessToken({ ...fields }).save();
      const refreshToken = await new provider.RefreshToken({ ...fields, rotations: 0 }).save();
      return { accessToken, refreshToken };
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** What an operator sets to use the provider at that address. */
export const variablesOf = (issuer: string, name = "Acme ID"): Record<string, string> => ({
  MAIL_OAUTH_NAME: name,
  MAIL_OAUTH_AUTHORIZE_URL: `${issuer}/auth`,
  MAIL_OAUTH_TOKEN_URL: `${issuer}/token`,
  MAIL_OAUTH_USERINFO_URL: `${issuer}/me`,
  MAIL_OAUTH_REVOKE_URL: `${issuer}/token/revocation`,
  MAIL_OAUTH_CLIENT_ID: clientId,
  MAIL_OAUTH_CLIENT_SECRET: clientSecret,
  MAIL_OAUTH_SCOPE: providerScope,
});

/** Where Dovecot asks about a token. */
export const introspectionUrlOf = (issuer: string): string =>
  `http://${clientId}:${encodeURIComponent(clientSecret)}@${issuer.slice("http://".length)}/token/introspection`;

function configurationOf(redirectUris: string[], accessSeconds: () => number): Configuration {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        grant_types: ["authorization_code", "refresh_token"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_post",
        introspection_endpoint_auth_method: "client_secret_basic",
      },
    ],
    scopes: ["openid", "offline_access", "email", "imap", "smtp"],
    claims: { openid: ["sub"], email: ["email"] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, email: id }) }),
    pkce: { required: () => true },
    rotateRefreshToken: true,
    // Where no cookie is known, everybody is a stranger: tests sign several people in.
    features: {
      devInteractions: { enabled: false },
      introspection: { enabled: true, allowedPolicy: () => true },
      revocation: { enabled: true },
      userinfo: { enabled: true },
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    ttl: {
      AccessToken: () => accessSeconds(),
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 600,
      Grant: 86_400,
      Session: 86_400,
      RefreshToken: 86_400,
    },
    cookies: { keys: ["one key for tests"] },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

function fail(fault: TokenFault, response: ServerResponse): void {
  if (fault === "hang-up") {
    response.destroy();
    return;
  }
  const { status, retryAfter, body = '{"error":"temporarily_unavailable"}' } = fault;
  response.writeHead(status, {
    "content-type": body.startsWith("{") ? "application/json" : "text/html",
    ...(retryAfter !== undefined && { "retry-after": retryAfter }),
  });
  response.end(body);
}
