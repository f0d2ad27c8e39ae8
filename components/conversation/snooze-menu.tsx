"use client";

import { AlarmClockOff, CalendarClock } from "lucide-react";
import { useState, type FormEvent } from "react";
import { snoozeChoices } from "#lib/snooze";
import { momentAhead } from "#lib/time";
import { useTriage } from "../inbox/use-triage.ts";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/input.tsx";
import { useNow } from "../ui/use-now.ts";
import type { TargetMenuProps } from "./target-menu.ts";
import { Combobox, ComboboxItem } from "../ui/combobox.tsx";

/** Sends conversations to sleep until a moment. */
export function SnoozeMenu({ rows, ...opening }: TargetMenuProps) {
  const strings = useStrings();
  const words = strings.conversation;
  const { perform } = useTriage();
  const [isPicking, setIsPicking] = useState(false);
  const snooze = (until: Date | null) => {
    setIsPicking(false);
    opening.onOpenChange(false);
    perform(
      { kind: "snooze", until: until?.toISOString() ?? null },
      rows.map((row) => row.id),
    );
  };
  const now = useNow();
  return (
    <Combobox {...opening} label={words.snooze} placeholder={words.snooze} emptyText={words.snoozePick} align="end">
      {now &&
        snoozeChoices(now).map(({ choice, until }) => (
          <ComboboxItem key={choice} value={words.snoozes[choice]} onSelect={() => snooze(until)}>
            <span className="grow">{words.snoozes[choice]}</span>
            <span className="text-xs tabular-nums text-ink-3">{momentAhead(until, now, strings.locale)}</span>
          </ComboboxItem>
        ))}
      {isPicking ? (
        <PickMoment onPick={snooze} />
      ) : (
        <ComboboxItem value={words.snoozePick} onSelect={() => setIsPicking(true)}>
          <CalendarClock aria-hidden />
          {words.snoozePick}
        </ComboboxItem>
      )}
      {rows.some((row) => row.snoozedUntil !== null) && (
        <ComboboxItem value={words.snoozeWake} onSelect={() => snooze(null)}>
          <AlarmClockOff aria-hidden />
          {words.snoozeWake}
        </ComboboxItem>
      )}
    </Combobox>
  );
}

function PickMoment({ onPick }: { onPick: (until: Date) => void }) {
  const words = useStrings().conversation;
  const [value, setValue] = useState("");
  const until = new Date(value);
  const now = useNow();
  const isAhead = now !== null && until > now;
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isAhead) onPick(until);
  };
  return (
    <form onSubmit={handleSubmit} className="flex gap-1 p-1">
      <Input
        type="datetime-local"
        aria-label={words.snoozePick}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => event.stopPropagation()}
        className="px-1.5"
      />
      <Button type="submit" look="primary" className="h-8 pointer-coarse:h-10" disabled={!isAhead}>
        {words.snooze}
      </Button>
    </form>
  );
}
