import type { AccountHealth } from "#lib/contracts/sync-health";
import { useStrings } from "../language/use-strings.ts";
import { formatCount } from "../settings/format-count.ts";
import { Time } from "../ui/time.tsx";
import { trafficWords } from "./traffic-words.ts";

/** What the table has no room for on a phone. */
export function HealthFacts({ health }: { health: AccountHealth }) {
  const strings = useStrings();
  const words = strings.health;
  const { emailAddress, lastContactAt, connectionCount, traffic } = health;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-xs pair:hidden">
      <dt className="text-ink-3">{words.columns.account}</dt>
      <dd className="[overflow-wrap:anywhere] text-ink-2">{emailAddress}</dd>
      <dt className="text-ink-3">{words.columns.contact}</dt>
      <dd className="text-ink-2">
        {lastContactAt === null ? words.never : <Time instant={lastContactAt} form="full" className="tabular-nums" />}
      </dd>
      <dt className="text-ink-3">{words.columns.connections}</dt>
      <dd className="text-ink-2 tabular-nums">{formatCount(strings, connectionCount)}</dd>
      <dt className="text-ink-3">{words.columns.traffic}</dt>
      <dd className="text-ink-2 tabular-nums">{trafficWords(strings, traffic)}</dd>
    </dl>
  );
}
