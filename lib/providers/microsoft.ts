import { generic, limits, starttls, tls } from "./generic.ts";
import type { ProviderProfile } from "./profile.ts";

const microsoft: ProviderProfile = {
  ...generic,
  provider: "outlook",
  imap: tls("outlook.office365.com", 993),
  signIn: ["oauth"],
  oauthProvider: "microsoft",
  help: {
    text: "Microsoft does not accept passwords over IMAP and SMTP: it wants a sign-in with Microsoft (OAuth 2.0).",
    url: "https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online",
  },
  // "User is authenticated but not connected" and refused logins come and go with the load of the mailbox's server.
  distrust: ["refused-logins"],
  limits: limits({ commandsInFlight: 60 }),
  filesSentCopy: "always",
  sources: [
    "https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/pop3-and-imap4/pop3-and-imap4",
    "https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits",
  ],
};

export const microsoftProfiles: ProviderProfile[] = [
  {
    ...microsoft,
    name: "Outlook.com",
    domains: ["outlook.*", "hotmail.*", "live.*", "msn.com", "passport.com", "windowslive.com"],
    mxSuffixes: ["olc.protection.outlook.com"],
    smtp: starttls("smtp-mail.outlook.com", 587),
  },
  {
    ...microsoft,
    name: "Microsoft 365",
    mxSuffixes: ["mail.protection.outlook.com", "mx.microsoft"],
    smtp: starttls("smtp.office365.com", 587),
  },
];

/** In one's own house: 16 connections a mailbox and 2,000 an address unless somebody has changed that. */
export const exchangeServer: ProviderProfile = {
  ...generic,
  provider: "exchange",
  name: "Microsoft Exchange",
  distrust: ["refused-logins"],
  limits: limits({ connectionsPerAccount: 16, connectionsPerHost: 2000 }),
  limitsSource: "https://learn.microsoft.com/exchange/clients/pop3-and-imap4/set-connection-limits",
  recognise: { words: /Microsoft Exchange/i },
  sources: ["https://learn.microsoft.com/exchange/clients/pop3-and-imap4/set-connection-limits"],
};
