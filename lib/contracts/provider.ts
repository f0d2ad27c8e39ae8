export type ProviderTraits = {
  /** Puts a copy of what its SMTP server accepted into Sent by itself; a second one would be a duplicate. */
  keepsSentCopy: boolean;
  /** False where QRESYNC is announced and broken. */
  allowQresync: boolean;
};

const traits: Record<string, Partial<ProviderTraits>> = {
  gmail: { keepsSentCopy: true },
  outlook: { keepsSentCopy: true },
  icloud: { allowQresync: false },
};

/** What is different about a provider, by the `provider` of an account. */
export function providerTraits(provider: string): ProviderTraits {
  return { keepsSentCopy: false, allowQresync: true, ...traits[provider] };
}
