import { singleton } from "./singleton.ts";

type Clock = { now(): Date };

/** The only source of the time of day, so that tests can set it. */
export function now(): Date {
  return current().clock.now();
}

/** Replaces the clock; returns what puts the real one back. */
export function useClock(clock: Clock): () => void {
  const holder = current();
  holder.clock = clock;
  return () => {
    holder.clock = systemClock;
  };
}

const systemClock: Clock = { now: () => new Date() };

const current = () => singleton("clock", () => ({ clock: systemClock }));
