import { generic } from "./generic.ts";
import type { ProviderProfile } from "./profile.ts";
import { profiles } from "./profiles.ts";

export function profileOfDomain(domain: string): ProviderProfile | undefined {
  return profiles.find((profile) => profile.domains.some((pattern) => isOfPattern(domain, pattern)));
}

/** Finds the hoster of a domain of its customer by the exchangers of that domain, the preferred one first. */
export function profileOfExchangers(exchangers: string[]): ProviderProfile | undefined {
  for (const exchanger of exchangers) {
    const found = profiles.find((profile) => profile.mxSuffixes.some((suffix) => isBelow(exchanger, suffix)));
    if (found) return found;
  }
  return undefined;
}

/** Whose server this is; the domain of the address decides between services that share it. */
export function profileOfServer(host: string, emailAddress: string): ProviderProfile | undefined {
  const sharing = profiles.filter((profile) => profile.imap?.host === host || profile.smtp?.host === host);
  const domain = domainOf(emailAddress);
  return (
    sharing.find((profile) => profile.domains.some((pattern) => isOfPattern(domain, pattern))) ??
    sharing.find((profile) => profile.domains.length === 0) ??
    sharing[0]
  );
}

type AccountFacts = { provider: string; imapHost: string; emailAddress: string };

/** By its server's name, else by what was recognised of it when it was connected to. */
export function profileOfAccount({ provider, imapHost, emailAddress }: AccountFacts): ProviderProfile {
  return (
    profileOfServer(imapHost, emailAddress) ?? profiles.find((profile) => profile.provider === provider) ?? generic
  );
}

/** Which software answers, by what it says of itself; undefined when it does not say. */
export function profileOfSoftware(words: string, capabilities: readonly string[]): ProviderProfile | undefined {
  return profiles.find(
    ({ recognise }) =>
      (recognise?.capability && capabilities.includes(recognise.capability)) || recognise?.words?.test(words),
  );
}

/**
 * Whether a copy is to be expected in Sent without our doing. Only of what the mailbox's own server sent: a relay of somebody else's
 * files nothing with it.
 */
export function filesSentCopy(account: AccountFacts & { smtpHost: string }): ProviderProfile["filesSentCopy"] {
  const profile = profileOfAccount(account);
  const isOwn = account.smtpHost === account.imapHost || isServerOf(profile, account.smtpHost);
  return isOwn ? profile.filesSentCopy : "unknown";
}

/** Passwords are turned down whatever they are. */
export function takesOauthOnly(host: string): boolean {
  const ways = profileOfServer(host, "")?.signIn ?? [];
  return ways.length > 0 && ways.every((way) => way === "oauth");
}

/** Lower-cased, in the ASCII form that DNS knows. */
export function domainOf(emailAddress: string): string {
  const domain = emailAddress.slice(emailAddress.lastIndexOf("@") + 1).toLowerCase();
  return URL.parse(`http://${domain}`)?.hostname ?? "";
}

function isServerOf({ provider }: ProviderProfile, host: string): boolean {
  return profiles.some((profile) => profile.provider === provider && profile.smtp?.host === host);
}

function isOfPattern(domain: string, pattern: string): boolean {
  if (!pattern.endsWith(".*")) return domain === pattern;
  const rest = domain.slice(pattern.length - 1);
  return domain.startsWith(pattern.slice(0, -1)) && /^(com?\.)?[a-z]{2,3}$/.test(rest);
}

function isBelow(host: string, suffix: string): boolean {
  return host === suffix || host.endsWith(`.${suffix}`);
}
