import { singleton } from "./singleton.ts";

type Heart = { beatAt: number | null; failure: string | null };

/** Monotonic: a clock that is set back must not make the engine look alive. */
const heart = () => singleton<Heart>("engine-heart", () => ({ beatAt: null, failure: null }));

/** The engine's thread told that it is alive. */
export function beat(): void {
  heart().beatAt = performance.now();
}

/** How long ago the engine last said that it is alive, in milliseconds; null when it never did in this process. */
export function engineSilenceMs(): number | null {
  const { beatAt } = heart();
  return beatAt === null ? null : performance.now() - beatAt;
}

/** @param failure why the engine ends again and again, however often it is started; null once it has stayed */
export function noteEngineFailure(failure: string | null): void {
  heart().failure = failure;
}

export const engineFailure = (): string | null => heart().failure;
