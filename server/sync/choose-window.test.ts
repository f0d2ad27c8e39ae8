import { describe, expect, it } from "vitest";
import { ImapError } from "#server/imap/errors";
import { chooseWindow, noteWindowFailed, noteWindowRead } from "./choose-window.ts";
import { freshMemory } from "./sync-context.ts";

const error = (kind: "poison" | "network") => new ImapError(kind, "x", "x");
const uids = Array.from({ length: 2000 }, (_, index) => 2000 - index);

describe("windows of messages", () => {
  it("begin with a screenful and grow", () => {
    const memory = freshMemory();
    const sizes = [1, 2, 3, 4].map(() => {
      const window = chooseWindow(memory, uids);
      noteWindowRead(memory, window, 100);
      return window.length;
    });
    expect(sizes).toEqual([50, 250, 250, 250]);
    noteWindowRead(memory, uids.slice(0, 250), 11_000);
    expect(chooseWindow(memory, uids)).toHaveLength(125);
  });

  it.each([2000, 1750, 1501, 1999])("close in on the one message that cannot be read, %i", (poison) => {
    const memory = { ...freshMemory(), windowSize: 500 };
    let waiting = uids;
    let found: number | null = null;
    let failureCount = 0;
    while (waiting.length > 1400 && found === null) {
      const window = chooseWindow(memory, waiting);
      if (window.includes(poison)) {
        failureCount += 1;
        found = noteWindowFailed(memory, window, error("poison"));
      } else {
        noteWindowRead(memory, window, 1);
        waiting = waiting.slice(window.length);
      }
    }
    expect(found).toBe(poison);
    expect(failureCount).toBeLessThanOrEqual(10);
  });

  it("are not blamed for a connection that breaks once", () => {
    const memory = freshMemory();
    const window = chooseWindow(memory, uids);
    expect(noteWindowFailed(memory, window, error("network"))).toBeNull();
    expect(memory.suspects.size).toBe(0);
    noteWindowFailed(memory, window, error("network"));
    expect(memory.suspects.size).toBe(window.length);
  });

  it("stop at the border of what is under suspicion", () => {
    const memory = { ...freshMemory(), windowSize: 100, suspects: new Set([1990, 1989, 1988, 1987]) };
    expect(chooseWindow(memory, uids)).toEqual(uids.slice(0, 10));
    expect(chooseWindow(memory, uids.slice(10))).toEqual([1990, 1989]);
  });
});
