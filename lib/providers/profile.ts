/**
 * What is different about a mail service or server, as data: the connect form, the throttle, the watcher and the sender all read it,
 * and nothing else in this code knows a provider by name.
 */
import { z } from "zod";
import { ServerSettings } from "#lib/contracts/account";

const count = z.number().int().positive();

export const ProviderLimits = z.strictObject({
  /** At once, for one mailbox, all of its owner's devices counted. */
  connectionsPerAccount: count.nullable(),
  /** At once, from one address, for all mailboxes. */
  connectionsPerHost: count.nullable(),
  loginsPerSecond: z.number().positive(),
  /** Commands that may be under way at once, for all mailboxes of one host. */
  commandsInFlight: count,
  /** For one mailbox, in 24 hours; a device that takes more is locked out with all others. */
  dailyDownloadBytes: count.nullable(),
  dailyUploadBytes: count.nullable(),
});
export type ProviderLimits = z.infer<typeof ProviderLimits>;

export const ProviderProfile = z.strictObject({
  /** What an account remembers: services that are the same system share it, as Gmail and Google Workspace do. */
  provider: z.string().regex(/^[a-z0-9.-]+$/),
  /** Empty for a server of which nothing is known. */
  name: z.string(),
  /** Domains of its addresses; `yahoo.*` stands for every top-level domain. */
  domains: z.array(z.string()),
  /** Ends of the names of its mail exchangers: finds the domains of its customers. */
  mxSuffixes: z.array(z.string()),
  /** null where the service has no such server, or everybody runs their own. */
  imap: ServerSettings.nullable(),
  smtp: ServerSettings.nullable(),
  /** In the order in which they are offered. */
  signIn: z.array(z.enum(["password", "app-password", "oauth"])),
  oauthProvider: z.enum(["google", "microsoft"]).nullable(),
  /** How an app password looks, where only those are taken. */
  appPassword: z.instanceof(RegExp).nullable(),
  help: z.strictObject({ text: z.string().min(1), url: z.url({ protocol: /^https$/ }) }).nullable(),
  /** Announced and broken; or, for logins, refused now and then without a reason. */
  distrust: z.array(z.enum(["condstore", "qresync", "refused-logins"])),
  limits: ProviderLimits,
  /** Where its limits are told. With null nobody tells: what is known of none is cautious, and no number is shown as the provider’s. */
  limitsSource: z.url().nullable(),
  /** An IDLE is renewed before this. */
  idleMs: count,
  /** Whether what its SMTP server accepted lies in Sent by itself. */
  filesSentCopy: z.enum(["always", "unknown"]),
  /** Finds the software behind a host that nobody knows: in the greeting or the answer to ID (RFC 2971), or among its capabilities. */
  recognise: z.strictObject({ words: z.instanceof(RegExp).optional(), capability: z.string().optional() }).nullable(),
  sources: z.array(z.url()),
});
export type ProviderProfile = z.infer<typeof ProviderProfile>;
