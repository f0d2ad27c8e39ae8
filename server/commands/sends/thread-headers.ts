/** Long threads keep the first id, which all of it hangs on, and the last ones. */
const referencesMax = 30;

type Answered = { internetMessageId: string; inReplyTo: string; references: readonly string[] };

/** In-Reply-To and References of an answer (RFC 5322 §3.6.4); ids that no header can carry, or that no mail ever had, are left out. */
export function threadHeaders(answered: Answered | undefined): { inReplyTo: string; references: string[] } {
  if (!answered) return { inReplyTo: "", references: [] };
  const parents = answered.references.length > 0 ? answered.references : [answered.inReplyTo];
  const named = [...new Set([...parents, answered.internetMessageId])].filter(isSendable);
  const references = named.length > referencesMax ? [...named.slice(0, 1), ...named.slice(1 - referencesMax)] : named;
  return { inReplyTo: isSendable(answered.internetMessageId) ? answered.internetMessageId : "", references };
}

const isSendable = (id: string) => /^[\x21-\x3b\x3d\x3f-\x7e]{3,250}$/.test(id) && !id.endsWith("@missing.invalid");
