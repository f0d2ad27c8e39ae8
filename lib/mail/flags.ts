/** The flags that mean something here (RFC 3501 §2.3.2); all others are keywords, kept as the server spells them. */
export type Flags = {
  seen: boolean;
  flagged: boolean;
  answered: boolean;
  draft: boolean;
  deleted: boolean;
  keywords: string[];
};

const systemFlags = { seen: "\\Seen", flagged: "\\Flagged", answered: "\\Answered", draft: "\\Draft", deleted: "\\Deleted" } as const; // prettier-ignore
const names = ["seen", "flagged", "answered", "draft", "deleted"] as const;

const nameOf = new Map(names.map((name) => [systemFlags[name].toLowerCase(), name]));

/** System flags are case-insensitive; `\Recent` is the session's and not the message's. */
export function splitFlags(flags: readonly string[]): Flags {
  const split: Flags = { seen: false, flagged: false, answered: false, draft: false, deleted: false, keywords: [] };
  for (const flag of flags) {
    const lower = flag.toLowerCase();
    const name = nameOf.get(lower);
    if (name) split[name] = true;
    else if (flag !== "" && lower !== "\\recent" && !split.keywords.includes(flag)) split.keywords.push(flag);
  }
  split.keywords.sort();
  return split;
}

export function joinFlags(flags: Flags): string[] {
  return [...names.filter((name) => flags[name]).map((name) => systemFlags[name]), ...flags.keywords];
}
