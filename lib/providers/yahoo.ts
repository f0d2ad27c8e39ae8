import { generic, limits, sixteenLetters, tls } from "./generic.ts";
import type { ProviderProfile } from "./profile.ts";

const yahoo: ProviderProfile = {
  ...generic,
  signIn: ["app-password"],
  appPassword: sixteenLetters,
  // Logins are refused in bursts that end by themselves, and both CAPABILITY and logins are counted.
  distrust: ["refused-logins"],
  limits: limits({ loginsPerSecond: 3 }),
  idleMs: 150_000,
};

export const yahooProfiles: ProviderProfile[] = [
  {
    ...generic,
    provider: "yahoo-japan",
    name: "Yahoo! JAPAN",
    domains: ["yahoo.co.jp", "ymail.ne.jp"],
    imap: tls("imap.mail.yahoo.co.jp", 993),
    smtp: tls("smtp.mail.yahoo.co.jp", 465),
    sources: ["https://support.yahoo-net.jp/PccMail/s/article/H000007321"],
  },
  {
    ...yahoo,
    provider: "yahoo",
    name: "Yahoo",
    domains: ["yahoo.*", "ymail.com", "rocketmail.com", "myyahoo.com"],
    mxSuffixes: ["yahoodns.net"],
    imap: tls("imap.mail.yahoo.com", 993),
    smtp: tls("smtp.mail.yahoo.com", 465),
    help: {
      text: "Yahoo wants an app password: make one under Account security and paste it here.",
      url: "https://help.yahoo.com/kb/SLN15241.html",
    },
    sources: ["https://help.yahoo.com/kb/SLN4075.html"],
  },
  {
    ...yahoo,
    provider: "aol",
    name: "AOL",
    domains: ["aol.*", "aim.com", "verizon.net", "netscape.net", "love.com", "games.com", "wow.com"],
    imap: tls("imap.aol.com", 993),
    smtp: tls("smtp.aol.com", 465),
    help: {
      text: "AOL wants an app password: make one under Account security and paste it here.",
      url: "https://help.aol.com/articles/Create-and-manage-app-password",
    },
    sources: ["https://help.aol.com/articles/how-do-i-use-other-email-applications-to-send-and-receive-my-aol-mail"],
  },
];
