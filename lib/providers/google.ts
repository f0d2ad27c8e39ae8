import { generic, limits, sixteenLetters, tls } from "./generic.ts";
import type { ProviderProfile } from "./profile.ts";

const google: ProviderProfile = {
  ...generic,
  provider: "gmail",
  imap: tls("imap.gmail.com", 993),
  smtp: tls("smtp.gmail.com", 465),
  signIn: ["oauth", "app-password"],
  oauthProvider: "google",
  appPassword: sixteenLetters,
  // Google names the daily bytes for Workspace only; what it allows others it does not say, so no more is taken of them.
  limits: limits({
    connectionsPerAccount: 15,
    commandsInFlight: 100,
    dailyDownloadBytes: 2_500_000_000,
    dailyUploadBytes: 500_000_000,
  }),
  limitsSource: "https://support.google.com/a/answer/1071518",
  filesSentCopy: "always",
  recognise: { capability: "X-GM-EXT-1" },
  sources: [
    "https://support.google.com/mail/answer/7126229",
    "https://support.google.com/a/answer/1071518",
    "https://developers.google.com/workspace/gmail/imap/imap-extensions",
  ],
};

export const googleProfiles: ProviderProfile[] = [
  {
    ...google,
    name: "Gmail",
    domains: ["gmail.com", "googlemail.com"],
    help: {
      text: "Google wants an app password: turn on 2-Step Verification, make a password for “Mail” and paste its 16 letters here.",
      url: "https://support.google.com/accounts/answer/185833",
    },
  },
  {
    ...google,
    name: "Google Workspace",
    mxSuffixes: ["google.com", "googlemail.com"],
    help: {
      text: "Google wants an app password (2-Step Verification must be on), and an administrator of your organisation must allow IMAP.",
      url: "https://support.google.com/accounts/answer/185833",
    },
  },
];
