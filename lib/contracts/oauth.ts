import { z } from "zod";
import { ConnectAccount, VerifyAccount } from "./account.ts";
import { EmailAddress } from "./address.ts";
import { Id, Instant } from "./paging.ts";
import { oauthProviders } from "./vocabulary.ts";

/** A provider of mail sign-in, as this server is set up for it. */
export const OauthProvider = z.object({
  id: z.enum(oauthProviders),
  name: z.string(),
  isConfigured: z.boolean(),
  /** Variables that an operator still has to set. */
  missing: z.array(z.string()),
  /** To be entered at the provider, exactly. */
  redirectUri: z.string(),
  scopes: z.array(z.string()),
  /** Of Microsoft: whose accounts may sign in. */
  tenant: z.string().nullable(),
});
export type OauthProvider = z.infer<typeof OauthProvider>;

const { emailAddress, imap, smtp } = VerifyAccount.shape;

/** Servers that were typed before somebody left for the provider's page. */
export const TypedServers = z.strictObject({ imap: imap.optional(), smtp: smtp.optional() });
export type TypedServers = z.infer<typeof TypedServers>;

export const BeginSignIn = z.strictObject({
  provider: z.enum(oauthProviders),
  /** Filled in at the provider's page. */
  emailAddress: EmailAddress.optional(),
  /** To sign an account in again, in place of a new one. */
  accountId: Id.optional(),
  /** Kept until the browser is back. */
  servers: TypedServers.optional(),
});
export type BeginSignIn = z.infer<typeof BeginSignIn>;

/** `url` is the provider's page, where the browser goes now. */
export const BegunSignIn = z.object({ id: z.string(), url: z.string() });
export type BegunSignIn = z.infer<typeof BegunSignIn>;

export const signInStates = ["waiting", "signed-in", "failed", "used"] as const;

/** Why a sign-in at the provider came to nothing. */
export const signInProblems = [
  "denied", "scope_missing", "no_refresh_token", "provider_unavailable", "client_rejected", "wrong_issuer", "refused",
  "interrupted",
] as const; // prettier-ignore
export type SignInProblem = (typeof signInProblems)[number];

export const SignIn = z.object({
  id: z.string(),
  provider: z.enum(oauthProviders),
  providerName: z.string(),
  state: z.enum(signInStates),
  /** Who signed in, as the provider says; null where it does not. */
  emailAddress: z.string().nullable(),
  /** The account that is signed in again. */
  accountId: z.number().int().nullable(),
  problem: z.object({ code: z.enum(signInProblems), detail: z.string() }).nullable(),
  /** As they were typed before; empty where they were not. */
  servers: TypedServers,
  expiresAt: Instant,
});
export type SignIn = z.infer<typeof SignIn>;

export const SignInParams = z.object({ id: z.string().regex(/^[\w-]{22}$/) });

export const CallbackParams = z.object({ provider: z.enum(oauthProviders) });

/** RFC 6749 §4.1.2, RFC 9207; a provider may add what it likes. */
export const CallbackQuery = z.looseObject({
  code: z.string().max(8000).optional(),
  state: z.string().max(500).optional(),
  iss: z.string().max(2000).optional(),
  error: z.string().max(500).optional(),
});

/** A mailbox that is tried with the tokens of a sign-in. The address may be that of a shared mailbox. */
export const SignedInMailbox = z.strictObject({ emailAddress, imap, smtp });
export type SignedInMailbox = z.infer<typeof SignedInMailbox>;

const { name, senderName, inboxId, historySince, mode } = ConnectAccount.shape;

export const ConnectSignedIn = z.strictObject({
  emailAddress,
  imap,
  smtp,
  name,
  senderName,
  inboxId,
  historySince,
  mode,
});
export type ConnectSignedIn = z.infer<typeof ConnectSignedIn>;
