/**
 * Runs in the page before its scripts, and is sent to it as text: it can reach nothing outside of itself. What the server drew can be pressed
 * before its code has come, and React drops such a click. It is kept, and done as soon as React knows the button. (A link needs no code, and a
 * field keeps what is typed.)
 */
export function keepEarlyClicks(): void {
  const lookMs = 30;
  const kept = new Map<HTMLButtonElement, Event>();
  // Under a name of this beginning React hangs on an element what it knows of it, once it takes over what the server drew.
  const isCold = (button: HTMLElement) => !Object.keys(button).some((key) => key.startsWith("__reactFiber$"));

  const look = () => {
    for (const [button, opening] of kept) {
      if (button.isConnected && isCold(button)) continue;
      kept.delete(button);
      // A menu opens by what comes before the click.
      button.dispatchEvent(opening);
      button.click();
    }
    if (kept.size > 0) setTimeout(look, lookMs);
  };
  const keep = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button || !isCold(button)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const how = { bubbles: true, cancelable: true };
    // One that has no number came from a key.
    const opening =
      event.detail === 0
        ? new KeyboardEvent("keydown", { ...how, key: "Enter", code: "Enter" })
        : new PointerEvent("pointerdown", { ...how, pointerType: "mouse", isPrimary: true });
    if (kept.size === 0) setTimeout(look, lookMs);
    kept.set(button, opening);
  };
  window.addEventListener("click", keep, true);
}
