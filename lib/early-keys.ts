import type { KeyPress } from "./shortcuts.ts";

export type EarlyKey = KeyPress & { timeStamp: number };

/** Keys that nothing heard yet, in their order. */
export type EarlyKeys<Key extends EarlyKey = KeyboardEvent> = {
  kept: Key[];
  /** @returns whether the key is one to keep: neither text nor the browser's own */
  keep(event: Key): boolean;
  forget(): void;
  /** From now on keys are somebody else's. */
  isOver: boolean;
};

declare global {
  interface Window {
    earlyKeys?: EarlyKeys;
  }
}

/** Somebody who sees nothing happen for this long does not expect it any more. */
export const keptMs = 5000;
/** Who presses more is writing, and not where they believe. None is done then: some of them would mean something else. */
export const keptMax = 20;
/** By what they write: letters of any alphabet, signs that commands have, arrows. Escape calls off what was pressed before. */
export const keptKeys = /^(\p{L}|[?/#!*[]|Enter|Arrow(Up|Down))$/u;
