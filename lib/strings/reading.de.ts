import type { readingEn } from "./reading.en.ts";

export const readingDe: typeof readingEn = {
  parts: { details: "Überblick", headers: "Alle Kopfzeilen", source: "Quelltext" },
  partsLabel: "Was gezeigt wird",
  downloadSource: "Als .eml herunterladen",
  contactCard: (name: string) => `Über ${name}`,
  contact: {
    firstMail: "Erste E-\u2060Mail",
    lastMail: "Letzte E-\u2060Mail",
    mails: "E-\u2060Mails",
    never: "keine hier",
    counts: (mails: number, conversations: number) =>
      `${mails >= 1000 ? "1000 oder mehr" : mails} in ${conversations === 1 ? "einer Konversation" : `${conversations} Konversationen`}`,
    copy: "Adresse kopieren",
    copied: "Adresse kopiert",
    search: "Alle E-\u2060Mails",
  },
  event: {
    kinds: {
      invitation: "Einladung",
      update: "Geänderte Einladung",
      cancellation: "Abgesagt",
      answer: "Antwort auf eine Einladung",
      event: "Termin",
    },
    untitled: "Ohne Titel",
    withoutZone: (time: string) => `${time}, in einer Zeitzone, die nicht genannt ist`,
    forOrganizer: (time: string) => `${time} für die einladende Person`,
    from: "Von",
    attendees: (count: number) => (count === 1 ? "Ein Teilnehmer" : `${count} Teilnehmer`),
    statuses: { accepted: "zugesagt", declined: "abgesagt", tentative: "vielleicht" },
    every: {
      daily: (n: number) => (n === 1 ? "Jeden Tag" : `Alle ${n} Tage`),
      weekly: (n: number) => (n === 1 ? "Jede Woche" : `Alle ${n} Wochen`),
      monthly: (n: number) => (n === 1 ? "Jeden Monat" : `Alle ${n} Monate`),
      yearly: (n: number) => (n === 1 ? "Jedes Jahr" : `Alle ${n} Jahre`),
    },
    onDays: (days: string) => `am ${days}`,
    until: (date: string) => `bis ${date}`,
    times: (count: number) => (count === 1 ? "einmal" : `${count}-mal`),
    answer: "Ihre Antwort",
    answers: { accepted: "Zusagen", tentative: "Vielleicht", declined: "Absagen" },
    answersAs: (address: string) => `Antwortet als ${address}.`,
    answered: (address: string) => `Die einladende Person erhält die Antwort von ${address}.`,
  },
  copyLink: "Link kopieren",
  linkCopied: "Link kopiert",
  print: "Drucken",
  authentication: {
    title: (server: string) => `Was ${server} über den Absender herausgefunden hat`,
    none: "Der Server des Kontos hat nicht gesagt, was er über den Absender herausgefunden hat.",
    results: {
      spf: {
        pass: (domain: string) => `${domain || "Die Domain des Absenders"} erlaubt den Server, von dem dies kam.`,
        fail: (domain: string) =>
          `${domain || "Die Domain des Absenders"} bürgt nicht für den Server, von dem dies kam.`,
        unknown: (domain: string) =>
          `${domain || "Die Domain des Absenders"} sagt nicht, welche Server für sie senden dürfen.`,
      },
      dkim: {
        pass: (domain: string) =>
          `${domain || "Eine Domain"} hat diese E-\u2060Mail signiert, und sie ist unverändert.`,
        fail: (domain: string) =>
          `Die Signatur von ${domain || "einer Domain"} stimmt nicht: Die E-\u2060Mail kann verändert worden sein.`,
        unknown: () => "Die E-\u2060Mail ist nicht signiert, oder ihre Signatur ließ sich nicht prüfen.",
      },
      dmarc: {
        pass: (domain: string) => `${domain || "Die Domain"} in „Von“ ist die, die sie gesendet hat.`,
        fail: (domain: string) =>
          `${domain || "Die Domain"} in „Von“ hat dies nach eigenen Regeln nicht gesendet: Es kann gefälscht sein.`,
        unknown: (domain: string) =>
          `${domain || "Die Domain"} in „Von“ hat keine Regeln für E-\u2060Mails in ihrem Namen.`,
      },
      arc: {
        pass: () => "Die Server, die sie weitergereicht haben, sind belegt.",
        fail: () => "Der Nachweis der Server, die sie weitergereicht haben, ist zerbrochen.",
        unknown: () => "Kein Server, der sie weitergereicht hat, hat einen Nachweis hinterlassen.",
      },
    },
  },
};
