import type { Figures } from "./stage.ts";

/** `{ nameP50Ms, nameP95Ms, nameP99Ms }` of some durations. */
export function percentiles(name: string, valuesMs: readonly number[]): Figures {
  const sorted = [...valuesMs].sort((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1));
  return { [`${name}P50Ms`]: at(0.5), [`${name}P95Ms`]: at(0.95), [`${name}P99Ms`]: at(0.99) };
}
