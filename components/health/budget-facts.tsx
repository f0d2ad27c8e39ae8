import { formatBytes } from "#lib/bytes";
import type { AccountHealth } from "#lib/contracts/sync-health";
import { AskedToWait } from "../accounts/asked-to-wait.tsx";
import { WaitsForBytes } from "../accounts/waits-for-bytes.tsx";
import { useStrings } from "../language/use-strings.ts";
import { formatCount } from "../settings/format-count.ts";
import { Dotted } from "../ui/dotted.tsx";

/** What the account uses of what its provider allows, and what waits because of that. */
export function BudgetFacts({ health }: { health: AccountHealth }) {
  const strings = useStrings();
  const words = strings.health.budget;
  const { connectionCount, traffic, budget, providerName } = health;
  const { seat, connectionsMax, bytesMax, holds } = budget;
  const bytes = formatBytes(traffic.receivedBytes, strings.locale);
  return (
    <section aria-label={words.title}>
      <h2 className="mb-1.5 text-[0.9375rem]">{words.title}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-xs">
        <dt className="text-ink-3">{words.connections}</dt>
        <dd className="text-ink-2 tabular-nums">
          <Dotted
            parts={[
              words.of(
                formatCount(strings, connectionCount),
                connectionsMax === null ? null : formatCount(strings, connectionsMax),
              ),
              seat !== "kept" && (
                <span key="seat" className="text-ink-3">
                  {words.seats[seat]}
                </span>
              ),
            ]}
          />
        </dd>
        <dt className="text-ink-3">{words.bytes}</dt>
        <dd className="text-ink-2 tabular-nums">
          {words.of(bytes, bytesMax === null ? null : formatBytes(bytesMax, strings.locale))}
        </dd>
        {holds.map((hold) => (
          <div key={`${hold.scope} ${hold.code}`} className="contents">
            <dt className="text-ink-3">{words.waits}</dt>
            <dd className="[overflow-wrap:anywhere] text-ink-2">
              {hold.code === "daily_bytes" ? (
                <WaitsForBytes scope={hold.scope} until={hold.until} />
              ) : (
                <>
                  {words.scopes[hold.scope]}: <AskedToWait providerName={providerName} until={hold.until} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
