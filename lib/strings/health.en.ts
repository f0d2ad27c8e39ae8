import type { DifferenceKind } from "../contracts/vocabulary.ts";

const plural = (count: number, formatted: string, one: string, many: string) =>
  count === 1 ? one : many.replace("#", formatted);

const kinds: Record<DifferenceKind, string> = {
  "only-here": "is here and not on the server",
  "only-there": "is on the server and not here",
  flags: "has other flags",
  unanswered: "is listed by the server, which did not tell its flags",
};

export const healthEn = {
  /** Why a message or a folder could not be read, as sync has put it; what the server said ends it like a sentence. */
  reason: (sentence: string) => sentence.replace(/”$/, "”."),

  budget: {
    title: "What the provider allows",
    connections: "Connections",
    bytes: "Received in 24 h",
    waits: "Waits",
    of: (used: string, most: string | null) => (most === null ? used : `${used} of ${most}`),
    seats: { turns: "takes turns with other accounts of this host", waiting: "waiting for a turn" },
    waitsForBytes: (what: string, until: string) =>
      `${what}: waits until ${until}, because most of what the provider allows in a day is used.`,
    scopes: {
      bodies: "Texts ahead of need",
      background: "History",
      fetches: "Texts and attachments",
      all: "Everything",
      sending: "Sending",
    },
  },
  text: "Whether what you see here is what the mail servers have, and how we know.",
  toAccount: "Open the account",
  columns: {
    account: "Account",
    state: "State",
    lag: "Behind",
    contact: "Last contact",
    connections: "Connections",
    traffic: "Last 24 h",
  },
  hints: {
    lag: "How long ago every folder was last known to equal the server.",
    traffic: "Bytes to and from the IMAP server.",
  },
  never: "Never",
  inStepNever: "–",
  since: "Since",
  received: (bytes: string) => `${bytes} received`,
  sent: (bytes: string) => `${bytes} sent`,
  setAside: (count: number, formatted: string) => plural(count, formatted, "1 set aside", "# set aside"),
  empty: {
    title: "No mailbox is connected yet",
    text: "Once there is one, its state, its folders and every error show here.",
    action: "Connect an account",
  },

  comparison: {
    title: "Comparison with the server",
    text: "Every UID and every flag of every folder. What differs is named, and mended.",
    now: "Compare now",
    never: "Not compared yet.",
    waits: "Waits for the connection to the server.",
    begins: "Begins in a moment.",
    running: (done: string, total: string) => `Comparing: ${done} of ${total}`,
    equal: (equal: string, total: string) => `${equal} of ${total} equal`,
    bothEmpty: "Empty here and there",
    differed: (count: number, formatted: string) => plural(count, formatted, "1 differed", "# differed"),
    allMended: "mended",
    someMended: (mended: string) => `${mended} of them mended`,
    notMended: "not mended",
    pending: (count: number, formatted: string) =>
      plural(
        count,
        formatted,
        "1 waits for an agent’s act to reach the server.",
        "# wait for agents’ acts to reach the server.",
      ),
    news: (count: number, formatted: string) =>
      plural(count, formatted, "1 was changed on the server just now.", "# were changed on the server just now."),
    quarantined: (count: number, formatted: string) =>
      plural(count, formatted, "1 could not be read and is set aside.", "# could not be read and are set aside."),
    failedFolders: (count: number, formatted: string) =>
      plural(count, formatted, "1 folder could not be compared.", "# folders could not be compared."),
    failed: "It could not be carried out.",
    progress: (name: string) => `Comparing ${name}`,
    begun: (name: string) => `${name} is being compared with its server.`,
  },

  folders: {
    title: "Folders",
    columns: {
      path: "Folder",
      uidValidity: "UIDVALIDITY",
      server: "On the server",
      stored: "Here",
      compared: "Last full comparison",
    },
    none: "They appear as soon as the server has answered.",
    uidsOnly: "UIDs compared",
    neverCompared: "Never",
    waits: "Waits for its turn",
    running: (done: string, total: string) => `${done} of ${total}`,
    failed: "Failed",
    history: "History is coming in",
    showDifferences: (path: string) => `What differed in ${path}`,
    difference: (uid: number, kind: DifferenceKind) => `UID ${uid} ${kinds[kind]}`,
    flags: (here: string, there: string) => `: here ${here}, there ${there}`,
    noFlags: "none",
    mended: "mended",
    notMended: "not mended yet",
    more: (formatted: string) => `and ${formatted} more`,
  },

  quarantine: {
    title: "Set aside",
    text: "The server lists these messages, and they could not be read. They are tried again by themselves, ever more rarely; nothing on the server is changed.",
    tried: (count: number) => (count === 1 ? "Tried once." : `Tried ${count} times.`),
    nextTry: "Next try",
    message: (path: string, uid: number) => `${path}, UID ${uid}`,
    again: "Try again",
    againLabel: (path: string, uid: number) => `Try again to read UID ${uid} of ${path}`,
    source: "Source",
    sourceLabel: (path: string, uid: number) => `Save the source of UID ${uid} of ${path}`,
    trying: (uid: number) => `UID ${uid} is being tried again.`,
  },

  errors: {
    title: "Recent errors",
    none: "Nothing has gone wrong lately.",
    times: (count: string) => `${count} times`,
    since: "since",
  },

  alert: {
    one: (name: string) => `${name} has needed attention for over an hour.`,
    many: (count: number) => `${count} accounts have needed attention for over an hour.`,
    meaning: "Its mail waits on the server until somebody sees to it.",
    meaningOfMany: "Their mail waits on the server until somebody sees to it.",
    action: "See what is wrong",
    dismiss: "Hide this",
  },
};
