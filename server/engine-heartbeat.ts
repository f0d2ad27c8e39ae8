import { singleton } from "./singleton.ts";

/** Monotonic: a clock that is set back must not make the engine look alive. */
const heart = () => singleton("engine-heart", () => ({ beatAt: null as number | null }));

/** The engine's thread told that it is alive. */
export function beat(): void {
  heart().beatAt = performance.now();
}

/** How long ago the engine last said that it is alive, in milliseconds; null when it never did in this process. */
export function engineSilenceMs(): number | null {
  const { beatAt } = heart();
  return beatAt === null ? null : performance.now() - beatAt;
}
