import { formatBytes } from "#lib/bytes";
import type { AccountHealth } from "#lib/contracts/sync-health";
import { strings } from "#lib/strings/strings";
import { displayLocale } from "../ui/display-locale.ts";

/** `4.2 MB received, 81 kB sent` */
export function trafficWords({ sentBytes, receivedBytes }: AccountHealth["traffic"]): string {
  const { received, sent } = strings.health;
  const locale = displayLocale();
  return `${received(formatBytes(receivedBytes, locale))}, ${sent(formatBytes(sentBytes, locale))}`;
}
