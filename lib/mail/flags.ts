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

/** System flags are case-insensitive; `\Recent` is the session's and not the message's. */
export function splitFlags(flags: readonly string[]): Flags {
  const lower = new Set(flags.map((flag) => flag.toLowerCase()));
  const system = new Set<string>([...Object.values(systemFlags).map((flag) => flag.toLowerCase()), "\\recent"]);
  const has = (name: keyof typeof systemFlags) => lower.has(systemFlags[name].toLowerCase());
  return {
    seen: has("seen"),
    flagged: has("flagged"),
    answered: has("answered"),
    draft: has("draft"),
    deleted: has("deleted"),
    keywords: [...new Set(flags.filter((flag) => flag !== "" && !system.has(flag.toLowerCase())))].sort(),
  };
}

export function joinFlags(flags: Flags): string[] {
  return [...names.filter((name) => flags[name]).map((name) => systemFlags[name]), ...flags.keywords];
}
