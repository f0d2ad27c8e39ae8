import { keptKeys, keptMax, keptMs, type EarlyKeys } from "#lib/early-keys";

/** As the page's first script. Stands before what keeps clicks, which hides those it keeps. */
export const keepEarlyKeysScript = `(${keepEarlyKeys.toString()})(${keptKeys.toString()},${keptMs},${keptMax})`;

/**
 * Runs in the page before its scripts, and is sent to it as text: it can reach nothing outside of itself. Keeps the keys that are pressed where
 * commands will be heard, until `ShortcutProvider` takes them over (`command/replay-keys.ts`). They are forgotten as soon as their agent
 * turns to something else.
 */
function keepEarlyKeys(wanted: RegExp, forMs: number, max: number): void {
  const kept: KeyboardEvent[] = [];
  const fields =
    "input:not([type=checkbox]),textarea,select,[contenteditable=true],[role=dialog],[role=menu],[role=listbox]";
  const forget = () => void kept.splice(0);
  const isIn = ({ target }: Event, places: string) => target instanceof Element && target.closest(places) !== null;
  const isKept = (event: KeyboardEvent) => {
    const hasModifier = event.ctrlKey || event.metaKey;
    if (event.altKey || event.isComposing || isIn(event, fields)) return false;
    if (hasModifier) return !event.shiftKey && event.key.toLowerCase() === "k";
    return wanted.test(event.key) && !(event.key === "Enter" && isIn(event, "a,button,summary"));
  };
  const early: EarlyKeys = {
    kept,
    keep: (event) => {
      if (!isKept(event)) return false;
      if (event.timeStamp - (kept[0]?.timeStamp ?? Infinity) > forMs) forget();
      if (kept.length === max) giveUp();
      // A key that is held down is one key: how often it was meant is not known while nothing is seen to happen.
      else if (!event.repeat) kept.push(event);
      return true;
    },
    forget,
    isOver: false,
  };
  const giveUp = () => {
    forget();
    early.isOver = true;
  };
  window.earlyKeys = early;

  const handleKey = (event: KeyboardEvent) => {
    if (early.isOver || !document.querySelector("[data-keys]")) return;
    if (event.key === "Escape") forget();
    // The field to search in is there already, and keeps what is typed.
    const field = event.key === "/" && kept.length === 0 && document.querySelector<HTMLElement>("search input");
    if (!early.keep(event)) return;
    event.preventDefault();
    if (field) field.focus();
  };
  window.addEventListener("keydown", handleKey, true);
  for (const name of ["pointerdown", "blur", "pagehide", "popstate"]) window.addEventListener(name, forget);
  window.addEventListener("focusin", (event) => kept.length > 0 && isIn(event, fields) && forget());
  // What a button does later may change what keys act on, and they what it acts on.
  window.addEventListener("click", (event) => isIn(event, "button") && giveUp(), true);
}
