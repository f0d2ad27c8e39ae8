import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { env } from "./env.ts";

export type AllowedAddress = { address: string; family: 4 | 6; isPrivate: boolean };

export type NetworkRefusal = "name_not_found" | "address_not_allowed" | "port_not_allowed";

/** A host or port that this server must not be made to talk to (security: T5), or a name that does not exist. */
export class NetworkError extends Error {
  readonly code: NetworkRefusal;
  constructor(code: NetworkRefusal, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "NetworkError";
    this.code = code;
  }
}

const mailPorts = new Set([25, 143, 465, 587, 993, 2525]);

/**
 * Resolves a host once and returns the addresses that may be connected to. Connect to one of these, never to the name again.
 * Private and special addresses need `ALLOW_PRIVATE_HOSTS`; allowed ones may use any port.
 */
export async function resolveMailHost(host: string, port: number): Promise<AllowedAddress[]> {
  const addresses = await resolveHost(host);
  const allowed = addresses.filter((entry) => !entry.isPrivate || isAllowedPrivate(host, entry.address));
  if (allowed.length === 0)
    throw new NetworkError(
      "address_not_allowed",
      "This host has a private address. An operator can allow it with ALLOW_PRIVATE_HOSTS.",
    );
  if (!mailPorts.has(port) && !allowed.some((entry) => entry.isPrivate)) {
    throw new NetworkError(
      "port_not_allowed",
      "Mail servers answer on port 993 or 143 (IMAP) and 465, 587 or 25 (SMTP).",
    );
  }
  return allowed;
}

/** All addresses of a host, each marked when it is anything but public unicast. */
export async function resolveHost(host: string): Promise<AllowedAddress[]> {
  const literal = isIP(host);
  const found = literal ? [{ address: host, family: literal }] : await lookUp(host);
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4, isPrivate: !isPublic(address) }));
}

/** Plaintext is for a server on the operator's own network and nowhere else. */
export function mayUsePlaintext(addresses: AllowedAddress[]): boolean {
  return addresses.length > 0 && addresses.every((entry) => entry.isPrivate);
}

async function lookUp(host: string): Promise<{ address: string; family: number }[]> {
  try {
    return await lookup(host, { all: true });
  } catch (error) {
    throw new NetworkError("name_not_found", `There is no server named ${host}.`, error);
  }
}

function isAllowedPrivate(host: string, address: string): boolean {
  const parsed = ipaddr.process(address);
  return env().ALLOW_PRIVATE_HOSTS.some((entry) => {
    if (entry.toLowerCase() === host.toLowerCase() || entry === address) return true;
    if (!ipaddr.isValidCIDR(entry)) return false;
    const [range, bits] = ipaddr.parseCIDR(entry);
    return range.kind() === parsed.kind() && parsed.match(range, bits);
  });
}

/**
 * Public unicast, also after taking an embedded IPv4 address out of its IPv6 wrapping (NAT64, 6to4, mapped). Of IPv6 only 2000::/3 is
 * in use as such (RFC 4291 §2.4): `::7f00:1` is loopback in an old form.
 */
function isPublic(address: string): boolean {
  const parsed = ipaddr.process(address);
  const isGlobal = parsed.kind() === "ipv4" || parsed.match(globalUnicast);
  return isGlobal && parsed.range() === "unicast";
}

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
