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
