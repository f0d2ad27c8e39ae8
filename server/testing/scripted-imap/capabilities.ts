/** Everything the scripted server can do; which of it a test's server does is chosen by name. */
export const allCapabilities = [
  "IMAP4rev1", "SASL-IR", "LITERAL+", "ID", "ENABLE", "IDLE", "NAMESPACE", "UNSELECT", "CHILDREN", "UIDPLUS", "MOVE", "ESEARCH",
  "LIST-EXTENDED", "LIST-STATUS", "SPECIAL-USE", "CONDSTORE", "QRESYNC",
] as const; // prettier-ignore

export type Capability = (typeof allCapabilities)[number];

export const capabilitySets: Record<"qresync" | "condstore" | "plain", readonly Capability[]> = {
  qresync: allCapabilities,
  condstore: allCapabilities.filter((name) => name !== "QRESYNC"),
  /** A server of 2003, as Courier or an old Exchange is. */
  plain: ["IMAP4rev1", "IDLE", "NAMESPACE", "CHILDREN"],
};
