import { pino } from "pino";
import { forget, singleton } from "#server/singleton";

/** Everything that is logged from here on, at every level and with nothing redacted: what stands in it was handed to the log. */
export function captureLog(): { text(): string; stop(): void } {
  const lines: string[] = [];
  forget("log");
  singleton("log", () => pino({ level: "trace" }, { write: (line: string) => lines.push(line) }));
  return { text: () => lines.join(""), stop: () => forget("log") };
}
