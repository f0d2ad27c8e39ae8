import { doorbell } from "../../events/doorbell.ts";
import { useClock } from "../../clock.ts";

const ringMs = 8;

/** Time that goes a hundred times as fast, and leaps: waits of the outbox are a test's milliseconds. The bell lets it look again. */
export function startFastClock(speed = 100) {
  const startedAt = performance.now();
  const epoch = Date.now();
  let leaptMs = 0;
  const millis = () => epoch + leaptMs + (performance.now() - startedAt) * speed;
  const restore = useClock({ now: () => new Date(millis()) });
  const ticking = setInterval(() => doorbell().ring(), ringMs);
  return {
    /** Goes on to this instant, if it is still to come. */
    leapTo: (at: Date) => {
      leaptMs += Math.max(0, at.getTime() - millis() + 1);
    },
    leap: (ms: number) => {
      leaptMs += ms;
    },
    stop: () => {
      clearInterval(ticking);
      restore();
    },
  };
}

export type FastClock = ReturnType<typeof startFastClock>;
