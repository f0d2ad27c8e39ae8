/** What is known of a mail beyond its words. */
export const readingEn = {
  parts: { details: "Summary", headers: "All headers", source: "Source" },
  partsLabel: "What to show",
  downloadSource: "Download as .eml",
  contactCard: (name: string) => `About ${name}`,
  contact: {
    firstMail: "First mail",
    lastMail: "Last mail",
    mails: "Mails",
    never: "none here",
    counts: (mails: number, conversations: number) =>
      `${mails >= 1000 ? "1000 or more" : mails} in ${conversations === 1 ? "one conversation" : `${conversations} conversations`}`,
    copy: "Copy address",
    copied: "Address copied",
    search: "All their mail",
  },
  event: {
    kinds: {
      invitation: "Invitation",
      update: "Changed invitation",
      cancellation: "Cancelled",
      answer: "Answer to an invitation",
      event: "Event",
    },
    untitled: "Untitled",
    withoutZone: (time: string) => `${time}, in a time zone that it does not say`,
    forOrganizer: (time: string) => `${time} for the organiser`,
    from: "From",
    attendees: (count: number) => (count === 1 ? "One attendee" : `${count} attendees`),
    statuses: { accepted: "accepted", declined: "declined", tentative: "maybe" },
    every: {
      daily: (n: number) => (n === 1 ? "Every day" : `Every ${n} days`),
      weekly: (n: number) => (n === 1 ? "Every week" : `Every ${n} weeks`),
      monthly: (n: number) => (n === 1 ? "Every month" : `Every ${n} months`),
      yearly: (n: number) => (n === 1 ? "Every year" : `Every ${n} years`),
    },
    onDays: (days: string) => `on ${days}`,
    until: (date: string) => `until ${date}`,
    times: (count: number) => (count === 1 ? "once" : `${count} times`),
    answer: "Your answer",
    answers: { accepted: "Accept", tentative: "Maybe", declined: "Decline" },
    answersAs: (address: string) => `Answers as ${address}.`,
    answered: (address: string) => `The organiser gets the answer of ${address}.`,
  },
  copyLink: "Copy link",
  linkCopied: "Link copied",
  print: "Print",
  authentication: {
    title: (server: string) => `What ${server} found out about the sender`,
    none: "The account’s server did not say what it found out about the sender.",
    results: {
      spf: {
        pass: (domain: string) => `${domain || "The sender’s domain"} allows the server that this came from.`,
        fail: (domain: string) =>
          `${domain || "The sender’s domain"} does not vouch for the server that this came from.`,
        unknown: (domain: string) => `${domain || "The sender’s domain"} does not say which servers may send for it.`,
      },
      dkim: {
        pass: (domain: string) => `${domain || "A domain"} signed this mail, and it is as it was signed.`,
        fail: (domain: string) =>
          `The signature of ${domain || "a domain"} does not hold: the mail may have been changed.`,
        unknown: (_domain: string) => "The mail is not signed, or its signature could not be checked.",
      },
      dmarc: {
        pass: (domain: string) => `${domain || "The domain"} in From is the one that sent it.`,
        fail: (domain: string) =>
          `${domain || "The domain"} in From did not send this by its own rules: it may be forged.`,
        unknown: (domain: string) => `${domain || "The domain"} in From has no rules for mail in its name.`,
      },
      arc: {
        pass: (_domain: string) => "The servers that passed it on are accounted for.",
        fail: (_domain: string) => "The record of the servers that passed it on is broken.",
        unknown: (_domain: string) => "No server that passed it on has left a record.",
      },
    },
  },
};
