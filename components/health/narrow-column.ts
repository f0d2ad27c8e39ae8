/** A column of numbers without room on a phone. It stays a column: cells that span the table would stand beside it where it were taken out. */
export const narrowColumn =
  "text-right pair:px-2 pair:last:pr-4 max-pair:invisible max-pair:w-0 max-pair:overflow-hidden max-pair:p-0 max-pair:whitespace-nowrap";
