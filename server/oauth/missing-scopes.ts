import type { OauthProvider } from "./oauth-provider.ts";

/**
 * What is needed for mail and was not granted: Google lets people leave boxes unticked.
 * @param granted as the provider says; absent when it is what was asked for (RFC 6749 §5.1)
 */
export function missingScopes({ mailScopes }: OauthProvider, granted: string | undefined): string[] {
  if (granted === undefined) return [];
  const given = new Set(granted.split(/\s+/).map(plain));
  return mailScopes.filter((scope) => !given.has(plain(scope)));
}

/** Microsoft answers with either of Exchange's names. */
const plain = (scope: string) => scope.toLowerCase().replace("//outlook.office365.com/", "//outlook.office.com/");
