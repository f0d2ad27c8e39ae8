/** Server software that anybody may run anywhere: recognised once it has been connected to. */
import { generic, limits } from "./generic.ts";
import { exchangeServer } from "./microsoft.ts";
import type { ProviderProfile } from "./profile.ts";

export const softwareProfiles: ProviderProfile[] = [
  exchangeServer,
  {
    ...generic,
    provider: "proton-bridge",
    name: "Proton Mail Bridge",
    // What goes through the bridge's SMTP is filed by Proton, and an appended copy of it is dropped.
    filesSentCopy: "always",
    recognise: { words: /proton ?mail ?bridge|gluon/i },
    sources: ["https://proton.me/mail/bridge", "https://github.com/ProtonMail/gluon"],
  },
  {
    ...generic,
    provider: "dovecot",
    name: "Dovecot",
    // mail_max_userip_connections
    limits: limits({ connectionsPerAccount: 10 }),
    limitsSource: "https://doc.dovecot.org/main/core/summaries/settings.html#mail_max_userip_connections",
    recognise: { words: /dovecot/i },
    sources: ["https://doc.dovecot.org/main/core/summaries/settings.html#mail_max_userip_connections"],
  },
  {
    ...generic,
    provider: "cyrus",
    name: "Cyrus IMAP",
    recognise: { words: /cyrus/i },
    sources: ["https://www.cyrusimap.org/imap/reference/manpages/configs/imapd.conf.html"],
  },
  {
    ...generic,
    provider: "courier",
    name: "Courier",
    // MAXPERIP, for all mailboxes together; MAXDAEMONS is 40.
    limits: limits({ connectionsPerHost: 4, commandsInFlight: 4, loginsPerSecond: 5 }),
    limitsSource: "https://www.courier-mta.org/imap/INSTALL.html",
    recognise: { words: /courier/i },
    sources: ["https://www.courier-mta.org/imap/INSTALL.html"],
  },
  {
    ...generic,
    provider: "stalwart",
    name: "Stalwart",
    // 2,000 requests a minute and 16 connections for one mailbox.
    limits: limits({ connectionsPerAccount: 16, commandsInFlight: 16 }),
    limitsSource: "https://stalw.art/docs/email/settings/ratelimit/",
    recognise: { words: /stalwart/i },
    sources: ["https://stalw.art/docs/email/imap/overview"],
  },
];
