/** What the scripted server can do; which of it a test's server does is chosen by name. */
const common = [
  "IMAP4rev1", "SASL-IR", "LITERAL+", "ID", "ENABLE", "IDLE", "NAMESPACE", "UNSELECT", "CHILDREN", "UIDPLUS", "MOVE", "ESEARCH",
  "LIST-EXTENDED", "LIST-STATUS", "SPECIAL-USE", "CONDSTORE", "QRESYNC",
] as const; // prettier-ignore

/** How a provider knows a message wherever it lies (RFC 8474, and Gmail's own), and news of all folders at once (RFC 5465). */
export type Capability = (typeof common)[number] | "OBJECTID" | "X-GM-EXT-1" | "NOTIFY";

export const capabilitySets: Record<"qresync" | "condstore" | "plain" | "objectid" | "gmail", readonly Capability[]> = {
  qresync: common,
  condstore: common.filter((name) => name !== "QRESYNC"),
  /** A server of 2003, as Courier or an old Exchange is. */
  plain: ["IMAP4rev1", "IDLE", "NAMESPACE", "CHILDREN"],
  objectid: [...common, "OBJECTID"],
  gmail: [...common.filter((name) => name !== "QRESYNC"), "X-GM-EXT-1"],
};

/** Capabilities of which each may be there or not, whatever else is. */
export const switchableCapabilities = [
  "UIDPLUS", "MOVE", "ESEARCH", "LIST-STATUS", "SPECIAL-USE", "IDLE", "NOTIFY", "OBJECTID",
] as const satisfies readonly Capability[]; // prettier-ignore

/** A kind of server with some capabilities more or fewer. */
export function capabilitiesWith(
  kind: keyof typeof capabilitySets,
  { add = [], drop = [] }: { add?: readonly Capability[]; drop?: readonly Capability[] },
): readonly Capability[] {
  const dropped = new Set(drop);
  return [...new Set([...capabilitySets[kind], ...add])].filter((name) => !dropped.has(name));
}
