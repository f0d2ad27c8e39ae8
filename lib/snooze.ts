export type SnoozeChoice = "later-today" | "this-evening" | "tomorrow" | "saturday" | "monday";

/** The moments offered for a snooze, soonest first: those that still lie ahead and mean something other than the one before. */
export function snoozeChoices(now: Date): { choice: SnoozeChoice; until: Date }[] {
  const tomorrow = atHour(now, 1, 8);
  const all: { choice: SnoozeChoice; until: Date }[] = [
    { choice: "later-today", until: roundedUp(new Date(now.getTime() + 3 * 3_600_000)) },
    { choice: "this-evening", until: atHour(now, 0, 19) },
    { choice: "tomorrow", until: tomorrow },
    { choice: "saturday", until: atHour(now, (6 - now.getDay() + 7) % 7 || 7, 10) },
    { choice: "monday", until: atHour(now, (1 - now.getDay() + 7) % 7 || 7, 8) },
  ];
  return all
    .filter(({ choice, until }) => {
      if (until <= now) return false;
      if (choice === "later-today") return until.getDate() === now.getDate();
      return choice === "tomorrow" || until.toDateString() !== tomorrow.toDateString();
    })
    .sort((a, b) => a.until.getTime() - b.until.getTime());
}

function atHour(now: Date, daysAhead: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead, hour);
}

/** To the next half hour. */
function roundedUp(date: Date): Date {
  const halfHourMs = 1_800_000;
  return new Date(Math.ceil(date.getTime() / halfHourMs) * halfHourMs);
}
