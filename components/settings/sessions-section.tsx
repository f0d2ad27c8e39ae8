"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "../ui/toast.ts";
import type { Session } from "#lib/contracts/agent";
import { sessionsOptions, useEndSession } from "#lib/query/change-me";
import { useStrings } from "../language/use-strings.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Dotted } from "../ui/dotted.tsx";
import { Time } from "../ui/time.tsx";
import { Setting } from "./find/setting.tsx";
import { deviceOf } from "./device-of.ts";
import { ReadState } from "./read-state.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useTellFailure } from "./use-tell-failure.ts";

export function SessionsSection() {
  const words = useStrings().settings.security;
  const sessions = useQuery(sessionsOptions());
  return (
    <Setting name="sessions">
      <SettingsSection title={words.sessions} text={words.sessionsText}>
        <ReadState query={sessions}>
          {(items) => (
            <Card>
              <ul>
                {items
                  .toSorted((a, b) => Number(b.current) - Number(a.current))
                  .map((session) => (
                    <SessionRow key={session.id} session={session} />
                  ))}
              </ul>
              {items.length === 1 && (
                <p className="border-t border-line px-4 py-2.5 text-xs text-ink-3">{words.noOthers}</p>
              )}
            </Card>
          )}
        </ReadState>
      </SettingsSection>
    </Setting>
  );
}

function SessionRow({ session }: { session: Session }) {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.settings.security;
  const end = useEndSession();
  const device = deviceOf(strings, session.userAgent);
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-2.5 last:border-0">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 text-ink">
          <span className="truncate" title={session.userAgent}>
            {device}
          </span>
          {session.current && <Badge tone="accent">{words.thisSession}</Badge>}
        </p>
        <Dotted
          className="text-xs text-ink-3"
          parts={[
            session.ipAddress,
            <>
              {words.since} <Time instant={session.createdAt} isWithin form="full" />
            </>,
            <>
              {words.lastSeen} <Time instant={session.lastSeenAt} isWithin form="full" />
            </>,
          ]}
        />
      </div>
      {!session.current && (
        <Button
          aria-label={words.endLabel(device)}
          onClick={() => void end.mutateAsync(session).then(() => void toast(words.ended), tellFailure)}
        >
          {words.end}
        </Button>
      )}
    </li>
  );
}
