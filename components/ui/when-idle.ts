/** Calls when the browser has nothing better to do, two seconds from now at the latest. @returns what calls it off */
export function whenIdle(work: () => unknown): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(work, 200);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(() => void work(), { timeout: 2000 });
  return () => window.cancelIdleCallback(handle);
}
