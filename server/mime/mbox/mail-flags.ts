/** What is kept of a mail beside its source. */
export type MailFlags = {
  seen: boolean;
  flagged: boolean;
  answered: boolean;
  draft: boolean;
  deleted: boolean;
  /** All others, as the server spells them. */
  keywords: readonly string[];
};

/** As IMAP names them (RFC 3501 §2.3.2). */
export function systemFlags(flags: MailFlags): string[] {
  const named = [
    ["\\Seen", flags.seen],
    ["\\Answered", flags.answered],
    ["\\Flagged", flags.flagged],
    ["\\Deleted", flags.deleted],
    ["\\Draft", flags.draft],
  ] as const;
  return named.flatMap(([name, isSet]) => (isSet ? [name] : []));
}
