import ipaddr from "ipaddr.js";

/**
 * The caller's address, for rate limits and the list of sessions: the last hop that `trustedForwardedFor` let through. Everything
 * before it, the caller may have made up (security: T37).
 */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}

/**
 * What X-Forwarded-For may say when a request comes in: the header as it is from a proxy we were told to trust, else the peer alone.
 * @param peer the address at the other end of the socket
 * @param trusted addresses or CIDRs of reverse proxies
 */
export function trustedForwardedFor(peer: string, header: string | undefined, trusted: string[]): string {
  return header && trusted.some((entry) => contains(entry, peer)) ? header : peer;
}

function contains(entry: string, address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (ipaddr.isValid(entry)) return ipaddr.process(entry).toString() === parsed.toString();
  if (!ipaddr.isValidCIDR(entry)) return false;
  const [range, bits] = ipaddr.parseCIDR(entry);
  return range.kind() === parsed.kind() && parsed.match(range, bits);
}
