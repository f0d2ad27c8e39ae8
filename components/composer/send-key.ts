export type Attempt = { key: string; draftId: number | null };

/**
 * The key under which a mail is sent. As long as nobody knows whether an attempt has reached the server, the next one is the same mail to it,
 * also when it has become a draft meanwhile. Once its draft is another, it is another mail.
 */
export function sendKey(base: string, draftId: number | null, last: Attempt | null): Attempt {
  const isSame = last !== null && (last.draftId === null || last.draftId === draftId);
  return isSame ? { key: last.key, draftId } : { key: `${base}.${draftId ?? 0}`, draftId };
}
