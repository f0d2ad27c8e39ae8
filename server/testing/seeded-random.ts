/** A small seeded generator (mulberry32), so that every demo shows the same mail. */
export function seededRandom(seed: number): { next(): number; pick<T>(items: readonly T[]): T } {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error("Nothing to pick from.");
    return item;
  };
  return { next, pick };
}

/** The seeds that `SEEDS=1,2,3` asks for, to look further than a test run does every time. */
export function seedsOr(usual: number[]): number[] {
  const asked = process.env["SEEDS"];
  return asked ? asked.split(",").map(Number) : usual;
}
