import type { SyncError } from "#lib/contracts/sync-health";
import { useStrings } from "../language/use-strings.ts";
import { formatCount } from "../settings/format-count.ts";
import { SettingsSection } from "../settings/settings-section.tsx";
import { Card } from "../ui/card.tsx";
import { Time } from "../ui/time.tsx";

/** What went wrong lately, newest first, in words. */
export function ErrorList({ errors }: { errors: SyncError[] }) {
  const strings = useStrings();
  const words = strings.health.errors;
  return (
    <SettingsSection title={words.title}>
      {errors.length === 0 ? (
        <p className="text-ink-3">{words.none}</p>
      ) : (
        <Card>
          <ul>
            {errors.map((error) => (
              <li
                key={error.id}
                className="flex items-baseline justify-between gap-4 border-b border-line px-4 py-2 last:border-0 max-pair:px-3"
              >
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  {error.folder !== null && <span className="text-ink">{error.folder}: </span>}
                  {strings.accounts.problem(error.code, error.detail)}
                  {error.count > 1 && (
                    <span className="block text-xs text-ink-3">
                      {words.times(formatCount(strings, error.count))} {words.since}{" "}
                      <Time instant={error.firstAt} isWithin form="full" />
                    </span>
                  )}
                </span>
                <Time instant={error.lastAt} form="full" className="shrink-0 text-xs text-ink-3 tabular-nums" />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </SettingsSection>
  );
}
