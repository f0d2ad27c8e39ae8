/** A column without room on a phone. It stays a column: cells that span the table would stand beside it where it were taken out. */
export const narrowColumn =
  "max-pair:invisible max-pair:w-0 max-pair:overflow-hidden max-pair:p-0 max-pair:whitespace-nowrap";
