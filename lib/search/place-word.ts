/** Where a document lies, as a word of the index that nobody can type: words are made of letters and digits only. */
export const accountWord = (accountId: number): string => `§a${accountId}`;
export const inboxWord = (inboxId: number): string => `§i${inboxId}`;
