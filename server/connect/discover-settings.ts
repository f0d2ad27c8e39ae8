/**
 * From an address to the settings a form can start with: what is known of its provider, then what its domain says of itself, then
 * the names that most hosts use. All of it is a suggestion that a person sees before any password goes there.
 */
import type { DiscoveredSettings, ServerSettings } from "#lib/contracts/account";
import type { ConnectionSecurity } from "#lib/contracts/vocabulary";
import { domainOf, profileOfDomain, profileOfExchangers, profileOfServer } from "#lib/providers/find-profile";
import type { ProviderProfile } from "#lib/providers/profile";
import { systemResolver, type Resolver, type ServiceRecord } from "./resolver.ts";

export async function discoverSettings(emailAddress: string, resolver = systemResolver): Promise<DiscoveredSettings> {
  const domain = domainOf(emailAddress);
  const known = profileOfDomain(domain);
  if (known) return ofProfile(known, emailAddress);
  const [exchangers, announced] = await Promise.all([resolver.exchangers(domain), announcedServers(domain, resolver)]);
  const hoster = profileOfExchangers(exchangers);
  if (hoster) return ofProfile(hoster, emailAddress);
  if (announced.imap) return suggestion(emailAddress, "srv", announced);
  const guessed = await guessServers(domain, exchangers[0], resolver);
  return suggestion(emailAddress, guessed.imap ? "guess" : "none", guessed);
}

type Servers = { imap: ServerSettings | null; smtp: ServerSettings | null };

function ofProfile(profile: ProviderProfile, emailAddress: string): DiscoveredSettings {
  const { provider, name, imap, smtp, help } = profile;
  const ways = waysOf(profile);
  return { provider, providerName: name, source: "preset", imap, smtp, username: emailAddress, ...ways, help };
}

function waysOf(profile: ProviderProfile | undefined): Pick<DiscoveredSettings, "oauthProvider" | "takesPassword"> {
  const ways = profile?.signIn ?? [];
  return {
    oauthProvider: profile?.oauthProvider ?? null,
    takesPassword: ways.length === 0 || ways.some((way) => way !== "oauth"),
  };
}

function suggestion(emailAddress: string, source: "srv" | "guess" | "none", servers: Servers): DiscoveredSettings {
  const profile = servers.imap ? profileOfServer(servers.imap.host, emailAddress) : undefined;
  return {
    provider: profile?.provider ?? "generic",
    providerName: profile?.name ?? "",
    source,
    ...servers,
    username: emailAddress,
    ...waysOf(profile),
    help: profile?.help ?? null,
  };
}

/** SRV records of RFC 6186; those with TLS from the first byte come first (RFC 8314 §3). */
async function announcedServers(domain: string, resolver: Resolver): Promise<Servers> {
  const best = async (service: string, security: ConnectionSecurity) => {
    const record = preferred(await resolver.services(`_${service}._tcp.${domain}`));
    return record ? { host: record.host, port: record.port, security } : null;
  };
  const [imaps, imap, submissions, submission] = await Promise.all([
    best("imaps", "tls"),
    best("imap", "starttls"),
    best("submissions", "tls"),
    best("submission", "starttls"),
  ]);
  return { imap: imaps ?? imap, smtp: submissions ?? submission };
}

/** Lowest priority, then highest weight; a lone `.` says that the service is not offered (RFC 2782). */
function preferred(records: ServiceRecord[]): ServiceRecord | undefined {
  return records
    .filter((record) => record.host !== "" && record.host !== ".")
    .sort((a, b) => a.priority - b.priority || b.weight - a.weight)[0];
}

async function guessServers(domain: string, exchanger: string | undefined, resolver: Resolver): Promise<Servers> {
  const candidates = (names: string[], secured: number, upgraded: number): ServerSettings[] => {
    const hosts = [...names.map((name) => `${name}.${domain}`), ...(exchanger ? [exchanger] : [])];
    return [
      ...hosts.map((host) => ({ host, port: secured, security: "tls" as const })),
      ...hosts.map((host) => ({ host, port: upgraded, security: "starttls" as const })),
    ];
  };
  const [imap, smtp] = await Promise.all([
    firstThatAnswers(candidates(["imap", "mail"], 993, 143), resolver),
    firstThatAnswers(candidates(["smtp", "mail"], 465, 587), resolver),
  ]);
  return { imap, smtp };
}

/** All are asked at once; the first of the list that answers is taken, not the fastest. */
async function firstThatAnswers(candidates: ServerSettings[], resolver: Resolver): Promise<ServerSettings | null> {
  const answers = await Promise.all(candidates.map(({ host, port }) => resolver.answers(host, port)));
  return candidates.find((_, index) => answers[index]) ?? null;
}
