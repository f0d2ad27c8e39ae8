/** Mail hosters in short: found by domain or mail exchanger, the account's usual password, nothing to explain. */
import { generic, tls } from "./generic.ts";
import type { ProviderProfile } from "./profile.ts";

type Row = { provider: string; name: string; domains?: string[]; mx?: string[]; imap: string; smtp: string };

const rows: Row[] = [
  { provider: "mailbox.org", name: "mailbox.org", domains: ["mailbox.org"], mx: ["mailbox.org"], imap: "imap.mailbox.org", smtp: "smtp.mailbox.org" },
  { provider: "posteo", name: "Posteo", domains: ["posteo.*"], mx: ["posteo.de"], imap: "posteo.de", smtp: "posteo.de" },
  { provider: "ionos", name: "IONOS", mx: ["kundenserver.de", "ionos.de"], imap: "imap.ionos.de", smtp: "smtp.ionos.de" },
  { provider: "ionos", name: "IONOS", mx: ["ionos.com", "1and1.com"], imap: "imap.ionos.com", smtp: "smtp.ionos.com" },
  { provider: "strato", name: "STRATO", mx: ["rzone.de"], imap: "imap.strato.de", smtp: "smtp.strato.de" },
  { provider: "ovh", name: "OVHcloud", mx: ["mail.ovh.net"], imap: "ssl0.ovh.net", smtp: "ssl0.ovh.net" },
  { provider: "infomaniak", name: "Infomaniak", domains: ["ik.me"], mx: ["infomaniak.ch"], imap: "mail.infomaniak.com", smtp: "mail.infomaniak.com" },
  { provider: "gandi", name: "Gandi", mx: ["mail.gandi.net"], imap: "mail.gandi.net", smtp: "mail.gandi.net" },
  { provider: "hostinger", name: "Hostinger", mx: ["hostinger.com"], imap: "imap.hostinger.com", smtp: "smtp.hostinger.com" },
  { provider: "godaddy", name: "GoDaddy", mx: ["secureserver.net"], imap: "imap.secureserver.net", smtp: "smtpout.secureserver.net" },
  { provider: "namecheap", name: "Namecheap Private Email", mx: ["privateemail.com"], imap: "mail.privateemail.com", smtp: "mail.privateemail.com" },
  { provider: "rackspace", name: "Rackspace Email", mx: ["emailsrvr.com"], imap: "secure.emailsrvr.com", smtp: "secure.emailsrvr.com" },
  { provider: "migadu", name: "Migadu", mx: ["migadu.com"], imap: "imap.migadu.com", smtp: "smtp.migadu.com" },
  { provider: "purelymail", name: "Purelymail", domains: ["purelymail.com"], mx: ["purelymail.com"], imap: "imap.purelymail.com", smtp: "smtp.purelymail.com" },
]; // prettier-ignore

const hosters = rows.map((row): ProviderProfile =>
  Object.assign({}, generic, {
    provider: row.provider,
    name: row.name,
    domains: row.domains ?? [],
    mxSuffixes: row.mx ?? [],
    imap: tls(row.imap, 993),
    smtp: tls(row.smtp, 465),
    sources: [],
  }),
);

/** Their mail cannot be had over the network's usual protocols: better said at once than tried. */
const closed: ProviderProfile[] = [
  {
    ...generic,
    provider: "proton",
    name: "Proton Mail",
    signIn: [],
    domains: ["proton.me", "protonmail.com", "protonmail.ch", "pm.me"],
    mxSuffixes: ["protonmail.ch"],
    help: {
      text: "Proton Mail has no IMAP of its own: run Proton Mail Bridge beside this server and enter the host, ports and password that it shows.",
      url: "https://proton.me/mail/bridge",
    },
  },
  {
    ...generic,
    provider: "tuta",
    name: "Tuta",
    signIn: [],
    domains: ["tuta.com", "tuta.io", "tutanota.com", "tutanota.de", "tutamail.com", "keemail.me"],
    mxSuffixes: ["tutanota.de"],
    help: { text: "Tuta has no IMAP, so its mailboxes cannot be connected.", url: "https://tuta.com/support" },
  },
];

export const hosterProfiles: ProviderProfile[] = [...hosters, ...closed];
