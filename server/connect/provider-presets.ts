/** Mail services whose settings are known: how they are found, where their servers are, what they want for a password. */
import type { ServerSettings } from "#lib/contracts/account";

export type ProviderPreset = {
  /** The system behind it: several presets may share one, e.g. Gmail and Google Workspace. */
  provider: string;
  name: string;
  /** Domains of its addresses; `yahoo.*` stands for every top-level domain. */
  domains: string[];
  /** Ends of the names of its mail exchangers: finds the domains of its customers. */
  mxSuffixes: string[];
  /** null where the service has no such server. */
  imap: ServerSettings | null;
  smtp: ServerSettings | null;
  help: { text: string; url: string } | null;
  /** It takes passwords made for one app only, and they look like this. */
  appPassword?: RegExp;
  /** Passwords are turned down whatever they are. */
  wantsOauth?: boolean;
};

const tls = (host: string, port: number): ServerSettings => ({ host, port, security: "tls" });
const starttls = (host: string, port: number): ServerSettings => ({ host, port, security: "starttls" });

const sixteenLetters = /^([a-z]{4}\s?){4}$/;
const google = {
  provider: "gmail",
  imap: tls("imap.gmail.com", 993),
  smtp: tls("smtp.gmail.com", 465),
  appPassword: sixteenLetters,
};
const microsoftHelp = {
  text: "Microsoft does not accept passwords over IMAP and SMTP: it wants a sign-in with Microsoft (OAuth 2.0).",
  url: "https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online",
};
const zohoHelp = {
  text: "Turn on IMAP access in Zoho Mail’s settings. With two-factor sign-in, use an application-specific password.",
  url: "https://www.zoho.com/mail/help/imap-access.html",
};
const gmxHelp = {
  text: "Turn on “POP3 and IMAP” in the e-mail settings of your mailbox first. With two-factor sign-in, use an application-specific password.",
  url: "https://hilfe.gmx.net/pop-imap/einschalten.html",
};

export const providerPresets: ProviderPreset[] = [
  {
    ...google,
    name: "Gmail",
    domains: ["gmail.com", "googlemail.com"],
    mxSuffixes: [],
    help: {
      text: "Google wants an app password: turn on 2-Step Verification, make a password for “Mail” and paste its 16 letters here.",
      url: "https://support.google.com/accounts/answer/185833",
    },
  },
  {
    ...google,
    name: "Google Workspace",
    domains: [],
    mxSuffixes: ["google.com", "googlemail.com"],
    help: {
      text: "Google wants an app password (2-Step Verification must be on), and an administrator of your organisation must allow IMAP.",
      url: "https://support.google.com/accounts/answer/185833",
    },
  },
  {
    provider: "outlook",
    name: "Outlook.com",
    domains: ["outlook.*", "hotmail.*", "live.*", "msn.com", "passport.com", "windowslive.com"],
    mxSuffixes: ["olc.protection.outlook.com"],
    imap: tls("outlook.office365.com", 993),
    smtp: starttls("smtp-mail.outlook.com", 587),
    help: microsoftHelp,
    wantsOauth: true,
  },
  {
    provider: "outlook",
    name: "Microsoft 365",
    domains: [],
    mxSuffixes: ["mail.protection.outlook.com", "mx.microsoft"],
    imap: tls("outlook.office365.com", 993),
    smtp: starttls("smtp.office365.com", 587),
    help: microsoftHelp,
    wantsOauth: true,
  },
  {
    provider: "yahoo-japan",
    name: "Yahoo! JAPAN",
    domains: ["yahoo.co.jp", "ymail.ne.jp"],
    mxSuffixes: [],
    imap: tls("imap.mail.yahoo.co.jp", 993),
    smtp: tls("smtp.mail.yahoo.co.jp", 465),
    help: null,
  },
  {
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
    appPassword: sixteenLetters,
  },
  {
    provider: "aol",
    name: "AOL",
    domains: ["aol.*", "aim.com", "verizon.net", "netscape.net", "love.com", "games.com", "wow.com"],
    mxSuffixes: [],
    imap: tls("imap.aol.com", 993),
    smtp: tls("smtp.aol.com", 465),
    help: {
      text: "AOL wants an app password: make one under Account security and paste it here.",
      url: "https://help.aol.com/articles/Create-and-manage-app-password",
    },
    appPassword: sixteenLetters,
  },
  {
    provider: "icloud",
    name: "iCloud",
    domains: ["icloud.com", "me.com", "mac.com"],
    mxSuffixes: ["mail.icloud.com"],
    imap: tls("imap.mail.me.com", 993),
    smtp: starttls("smtp.mail.me.com", 587),
    help: {
      text: "Apple wants an app-specific password: make one at account.apple.com under Sign-In and Security.",
      url: "https://support.apple.com/102654",
    },
    appPassword: /^[a-z]{4}(-?[a-z]{4}){3}$/,
  },
  {
    provider: "fastmail",
    name: "Fastmail",
    domains: ["fastmail.com", "fastmail.fm", "fastmail.net", "fastmail.org", "fastmail.jp", "fastmail.uk", "sent.com"],
    mxSuffixes: ["messagingengine.com"],
    imap: tls("imap.fastmail.com", 993),
    smtp: tls("smtp.fastmail.com", 465),
    help: {
      text: "Fastmail wants an app password: make one under Settings, Privacy & Security.",
      url: "https://www.fastmail.help/hc/en-us/articles/360058752854",
    },
    appPassword: /^([a-z0-9]{4}\s?){4}$/,
  },
  ...["com", "eu", "in", "com.au", "jp"].flatMap((top): ProviderPreset[] => [
    {
      provider: "zoho",
      name: "Zoho Mail",
      domains: top === "com" ? ["zoho.com", "zohomail.com"] : [`zoho.${top}`, `zohomail.${top}`],
      mxSuffixes: [],
      imap: tls(`imap.zoho.${top}`, 993),
      smtp: tls(`smtp.zoho.${top}`, 465),
      help: zohoHelp,
    },
    {
      provider: "zoho",
      name: "Zoho Mail",
      domains: [],
      mxSuffixes: [`zoho.${top}`],
      imap: tls(`imappro.zoho.${top}`, 993),
      smtp: tls(`smtppro.zoho.${top}`, 465),
      help: zohoHelp,
    },
  ]),
  {
    provider: "gmx",
    name: "GMX",
    domains: ["gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.eu", "gmx.li"],
    mxSuffixes: ["gmx.net"],
    imap: tls("imap.gmx.net", 993),
    smtp: tls("mail.gmx.net", 465),
    help: gmxHelp,
  },
  {
    provider: "gmx",
    name: "GMX",
    domains: ["gmx.*"],
    mxSuffixes: [],
    imap: tls("imap.gmx.com", 993),
    smtp: tls("mail.gmx.com", 465),
    help: gmxHelp,
  },
  {
    provider: "web.de",
    name: "WEB.DE",
    domains: ["web.de", "email.de"],
    mxSuffixes: ["web.de"],
    imap: tls("imap.web.de", 993),
    smtp: starttls("smtp.web.de", 587),
    help: { ...gmxHelp, url: "https://hilfe.web.de/pop-imap/einschalten.html" },
  },
  {
    provider: "mail.ru",
    name: "Mail.ru",
    domains: ["mail.ru", "inbox.ru", "list.ru", "bk.ru", "internet.ru"],
    mxSuffixes: ["mail.ru"],
    imap: tls("imap.mail.ru", 993),
    smtp: tls("smtp.mail.ru", 465),
    help: {
      text: "Mail.ru wants a password for external applications: make one in the security settings.",
      url: "https://help.mail.ru/mail/security/protection/external",
    },
    appPassword: /^[A-Za-z0-9]{20}$/,
  },
  {
    provider: "yandex",
    name: "Yandex",
    domains: ["yandex.*", "ya.ru"],
    mxSuffixes: ["mx.yandex.net", "mx.yandex.ru"],
    imap: tls("imap.yandex.com", 993),
    smtp: tls("smtp.yandex.com", 465),
    help: {
      text: "Allow mail clients in Yandex Mail’s settings, then make an app password for “Mail” in Yandex ID.",
      url: "https://yandex.com/support/id/authorization/app-passwords.html",
    },
    appPassword: /^[a-z]{16}$/,
  },
];
