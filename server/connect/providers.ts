import type { ServerSettings } from "#lib/contracts/account";
import { providerTraits } from "#lib/contracts/provider";
import { hosterPresets } from "./hoster-presets.ts";
import { providerPresets, type ProviderPreset } from "./provider-presets.ts";

/** The first that fits wins, so what is special stands before what is general. */
const presets = [...providerPresets, ...hosterPresets];

export function presetOfDomain(domain: string): ProviderPreset | undefined {
  return presets.find((preset) => preset.domains.some((pattern) => isOfPattern(domain, pattern)));
}

/** Finds the hoster of a domain of its customer by the exchangers of that domain, the preferred one first. */
export function presetOfExchangers(exchangers: string[]): ProviderPreset | undefined {
  for (const exchanger of exchangers) {
    const found = presets.find((preset) => preset.mxSuffixes.some((suffix) => isBelow(exchanger, suffix)));
    if (found) return found;
  }
  return undefined;
}

/** Whose server this is; the domain of the address decides between presets that share it. */
export function presetOfServer(host: string, emailAddress: string): ProviderPreset | undefined {
  const sharing = presets.filter((preset) => preset.imap?.host === host || preset.smtp?.host === host);
  const domain = domainOf(emailAddress);
  return (
    sharing.find((preset) => preset.domains.some((pattern) => isOfPattern(domain, pattern))) ??
    sharing.find((preset) => preset.domains.length === 0) ??
    sharing[0]
  );
}

/** What an account's `provider` is: whose IMAP server it uses, `generic` for nobody known. */
export function providerOf(imap: ServerSettings, smtp: ServerSettings): string {
  const provider = presetOfServer(imap.host, "")?.provider ?? "generic";
  // A relay of somebody else's does not put a copy into this provider's Sent.
  const isRelayed = presetOfServer(smtp.host, "")?.provider !== provider;
  return isRelayed && providerTraits(provider).keepsSentCopy ? "generic" : provider;
}

/** Lower-cased, in the ASCII form that DNS knows. */
export function domainOf(emailAddress: string): string {
  const domain = emailAddress.slice(emailAddress.lastIndexOf("@") + 1).toLowerCase();
  return URL.parse(`http://${domain}`)?.hostname ?? "";
}

function isOfPattern(domain: string, pattern: string): boolean {
  if (!pattern.endsWith(".*")) return domain === pattern;
  const rest = domain.slice(pattern.length - 1);
  return domain.startsWith(pattern.slice(0, -1)) && /^(com?\.)?[a-z]{2,3}$/.test(rest);
}

function isBelow(host: string, suffix: string): boolean {
  return host === suffix || host.endsWith(`.${suffix}`);
}
