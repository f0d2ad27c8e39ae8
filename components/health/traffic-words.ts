import { formatBytes } from "#lib/bytes";
import type { AccountHealth } from "#lib/contracts/sync-health";
import type { Strings } from "#lib/strings/strings";

/** `4.2 MB received, 81 kB sent` */
export function trafficWords(strings: Strings, { sentBytes, receivedBytes }: AccountHealth["traffic"]): string {
  const { received, sent } = strings.health;
  const locale = strings.locale;
  return `${received(formatBytes(receivedBytes, locale))}, ${sent(formatBytes(sentBytes, locale))}`;
}
