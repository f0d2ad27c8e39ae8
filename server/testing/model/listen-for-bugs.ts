import { pino } from "pino";
import { forget, singleton } from "../../singleton.ts";

/** What the app itself calls an error, and promises that nobody looked after. */
export function listenForBugs() {
  const lines: string[] = [];
  const hear = (reason: unknown) => lines.push(`unhandled rejection: ${String(reason)}`);
  process.on("unhandledRejection", hear);
  forget("log");
  singleton("log", () =>
    pino({ level: "error" }, { write: (line: string) => lines.push(`logged as an error: ${line.trim()}`) }),
  );
  return {
    heard: (): string[] => lines,
    stop: () => {
      process.off("unhandledRejection", hear);
      forget("log");
    },
  };
}
