/** Mail services for everybody whose ways are known. */
import { generic, limits, starttls, tls } from "./generic.ts";
import type { ProviderProfile } from "./profile.ts";

const gmxHelp = {
  text: "Turn on “POP3 and IMAP” in the e-mail settings of your mailbox first. With two-factor sign-in, use an application-specific password.",
  url: "https://hilfe.gmx.net/pop-imap/einschalten.html",
};
const gmx: ProviderProfile = {
  ...generic,
  provider: "gmx",
  name: "GMX",
  signIn: ["password", "app-password"],
  help: gmxHelp,
  sources: ["https://hilfe.gmx.net/pop-imap/imap/imap-serverdaten.html"],
};
const zoho: ProviderProfile = {
  ...generic,
  provider: "zoho",
  name: "Zoho Mail",
  signIn: ["password", "app-password"],
  help: {
    text: "Turn on IMAP access in Zoho Mail’s settings. With two-factor sign-in, use an application-specific password.",
    url: "https://www.zoho.com/mail/help/imap-access.html",
  },
  // Its own pages name no number; what is more than about three was seen to be closed.
  limits: limits({ connectionsPerAccount: 3 }),
  limitsSource: "https://github.com/maathimself/mailflow/releases/tag/v4.5.1",
  sources: ["https://www.zoho.com/mail/help/imap-access.html"],
};

export const serviceProfiles: ProviderProfile[] = [
  {
    ...generic,
    provider: "icloud",
    name: "iCloud",
    domains: ["icloud.com", "me.com", "mac.com"],
    mxSuffixes: ["mail.icloud.com"],
    imap: tls("imap.mail.me.com", 993),
    smtp: starttls("smtp.mail.me.com", 587),
    signIn: ["app-password"],
    appPassword: /^[a-z]{4}(-?[a-z]{4}){3}$/,
    help: {
      text: "Apple wants an app-specific password: make one at account.apple.com under Sign-In and Security.",
      url: "https://support.apple.com/102654",
    },
    // No ENABLED in answer to ENABLE, VANISHED of messages that are there: https://github.com/jstedfast/MailKit/issues/1871
    distrust: ["qresync"],
    sources: ["https://support.apple.com/102525"],
  },
  {
    ...generic,
    provider: "fastmail",
    name: "Fastmail",
    domains: ["fastmail.com", "fastmail.fm", "fastmail.net", "fastmail.org", "fastmail.jp", "fastmail.uk", "sent.com"],
    mxSuffixes: ["messagingengine.com"],
    imap: tls("imap.fastmail.com", 993),
    smtp: tls("smtp.fastmail.com", 465),
    signIn: ["app-password"],
    appPassword: /^([a-z0-9]{4}\s?){4}$/,
    help: {
      text: "Fastmail wants an app password: make one under Settings, Privacy & Security.",
      url: "https://www.fastmail.help/hc/en-us/articles/360058752854",
    },
    sources: ["https://www.fastmail.help/hc/en-us/articles/1500000278342"],
  },
  ...["com", "eu", "in", "com.au", "jp"].flatMap((top): ProviderProfile[] => [
    {
      ...zoho,
      domains: top === "com" ? ["zoho.com", "zohomail.com"] : [`zoho.${top}`, `zohomail.${top}`],
      imap: tls(`imap.zoho.${top}`, 993),
      smtp: tls(`smtp.zoho.${top}`, 465),
    },
    {
      ...zoho,
      mxSuffixes: [`zoho.${top}`],
      imap: tls(`imappro.zoho.${top}`, 993),
      smtp: tls(`smtppro.zoho.${top}`, 465),
    },
  ]),
  {
    ...gmx,
    domains: ["gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.eu", "gmx.li"],
    mxSuffixes: ["gmx.net"],
    imap: tls("imap.gmx.net", 993),
    smtp: tls("mail.gmx.net", 465),
  },
  { ...gmx, domains: ["gmx.*"], imap: tls("imap.gmx.com", 993), smtp: tls("mail.gmx.com", 465) },
  {
    ...gmx,
    provider: "web.de",
    name: "WEB.DE",
    domains: ["web.de", "email.de"],
    mxSuffixes: ["web.de"],
    imap: tls("imap.web.de", 993),
    smtp: starttls("smtp.web.de", 587),
    help: { ...gmxHelp, url: "https://hilfe.web.de/pop-imap/einschalten.html" },
    sources: ["https://hilfe.web.de/pop-imap/imap/imap-serverdaten.html"],
  },
  {
    ...generic,
    provider: "mail.ru",
    name: "Mail.ru",
    domains: ["mail.ru", "inbox.ru", "list.ru", "bk.ru", "internet.ru"],
    mxSuffixes: ["mail.ru"],
    imap: tls("imap.mail.ru", 993),
    smtp: tls("smtp.mail.ru", 465),
    signIn: ["app-password"],
    appPassword: /^[A-Za-z0-9]{20}$/,
    help: {
      text: "Mail.ru wants a password for external applications: make one in the security settings.",
      url: "https://help.mail.ru/mail/security/protection/external",
    },
    sources: ["https://help.mail.ru/mail/mailer/popsmtp"],
  },
  {
    ...generic,
    provider: "yandex",
    name: "Yandex",
    domains: ["yandex.*", "ya.ru"],
    mxSuffixes: ["mx.yandex.net", "mx.yandex.ru"],
    imap: tls("imap.yandex.com", 993),
    smtp: tls("smtp.yandex.com", 465),
    signIn: ["app-password"],
    appPassword: /^[a-z]{16}$/,
    help: {
      text: "Allow mail clients in Yandex Mail’s settings, then make an app password for “Mail” in Yandex ID.",
      url: "https://yandex.com/support/id/authorization/app-passwords.html",
    },
    // IDLE ends without a word after a while: https://github.com/mjs/imapclient/issues/234
    idleMs: 150_000,
    sources: ["https://yandex.com/support/mail/mail-clients/others.html"],
  },
];
