/** What the scripted server can do; which of it a test's server does is chosen by name. */
const common = [
  "IMAP4rev1", "SASL-IR", "LITERAL+", "ID", "ENABLE", "IDLE", "NAMESPACE", "UNSELECT", "CHILDREN", "UIDPLUS", "MOVE", "ESEARCH",
  "LIST-EXTENDED", "LIST-STATUS", "SPECIAL-USE", "CONDSTORE", "QRESYNC",
] as const; // prettier-ignore

/** How a provider knows a message wherever it lies: RFC 8474, and Gmail's own. */
export type Capability = (typeof common)[number] | "OBJECTID" | "X-GM-EXT-1";

export const capabilitySets: Record<"qresync" | "condstore" | "plain" | "objectid" | "gmail", readonly Capability[]> = {
  qresync: common,
  condstore: common.filter((name) => name !== "QRESYNC"),
  /** A server of 2003, as Courier or an old Exchange is. */
  plain: ["IMAP4rev1", "IDLE", "NAMESPACE", "CHILDREN"],
  objectid: [...common, "OBJECTID"],
  gmail: [...common.filter((name) => name !== "QRESYNC"), "X-GM-EXT-1"],
};
