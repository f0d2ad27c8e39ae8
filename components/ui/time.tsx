"use client";

import { dayAndTime, fullTime, shortTime } from "#lib/time";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { useNow } from "./use-now.ts";

export type TimeProps = {
  instant: string;
  /** `short` for lists; `full` says the time of day too. */
  form?: "short" | "full";
  /** Behind other words of its sentence. */
  isWithin?: boolean;
  className?: string;
};

/** A moment as people say it, and all of it in its title. Filled in by the browser, which alone knows the reader's clock. */
export function Time({ instant, form = "short", isWithin = false, className }: TimeProps) {
  const strings = useFirstStrings();
  const now = useNow();
  const date = new Date(instant);
  const say = form === "short" ? shortTime : dayAndTime;
  const { time, timeWithin } = strings.common;
  return (
    <time
      dateTime={instant}
      {...(now && { title: fullTime(date, strings.locale) })}
      className={className ?? "text-xs tabular-nums text-ink-3"}
    >
      {now ? say(date, now, strings.locale, isWithin ? timeWithin : time) : "\u00a0"}
    </time>
  );
}
