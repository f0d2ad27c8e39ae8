const hiddenMs = 100;

/**
 * Does what can wait until what a key did is on the screen: in the task after the next frame. A page that is not shown paints nothing, and one
 * that goes has no later: there it is done all the same.
 */
export function afterPaint(work: () => void): void {
  if (!("document" in globalThis)) return queueMicrotask(work);
  const once = () => {
    clearTimeout(timer);
    globalThis.removeEventListener("pagehide", once);
    work();
  };
  let timer = setTimeout(once, hiddenMs);
  globalThis.addEventListener("pagehide", once);
  requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(once, 0);
  });
}
