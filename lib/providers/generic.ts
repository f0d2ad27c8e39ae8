import type { ServerSettings } from "#lib/contracts/account";
import type { ProviderLimits, ProviderProfile } from "./profile.ts";

const minute = 60_000;

/** A server of which nothing is known: with what every server bears. */
export const generic: ProviderProfile = {
  provider: "generic",
  name: "",
  domains: [],
  mxSuffixes: [],
  imap: null,
  smtp: null,
  signIn: ["password"],
  oauthProvider: null,
  appPassword: null,
  help: null,
  distrust: [],
  limits: {
    connectionsPerAccount: null,
    connectionsPerHost: null,
    loginsPerSecond: 10,
    commandsInFlight: 40,
    dailyDownloadBytes: null,
    dailyUploadBytes: null,
  },
  limitsSource: null,
  // RFC 2177 allows 29 minutes; routers and balancers on the way forget a quiet connection after five.
  idleMs: 4.5 * minute,
  filesSentCopy: "unknown",
  recognise: null,
  sources: ["https://www.rfc-editor.org/rfc/rfc2177"],
};

export const limits = (known: Partial<ProviderLimits>): ProviderLimits => ({ ...generic.limits, ...known });
export const tls = (host: string, port: number): ServerSettings => ({ host, port, security: "tls" });
export const starttls = (host: string, port: number): ServerSettings => ({ host, port, security: "starttls" });
export const sixteenLetters = /^([a-z]{4}\s?){4}$/;
