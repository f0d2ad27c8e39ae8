/**
 * Asks again until the answer pleases.
 * @throws after `limitMs` with the last answer
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  isGood: (value: T) => boolean,
  limitMs = 30_000,
): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const value = await ask();
    if (isGood(value)) return value;
    if (performance.now() > deadline)
      throw new Error(`${what}: not within ${limitMs} ms; last seen ${JSON.stringify(value)?.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
