/**
 * Which of this browser's tabs are still open. Each holds a lock under its id for as long as it lives (Web Locks): what a tab has left
 * unsaved is another's to take only once that lock is free, so that two tabs without a network never write on in one another's mail.
 */
import { readablePromise } from "#lib/readable-promise";

const lockPrefix = "postroom.tab.";

let own: string | undefined;
let begun: Promise<void> | undefined;
/** As it was last looked; null before that, when nobody counts as gone. */
let seen: { at: number; open: ReadonlySet<string> } | null = null;

/** This tab's id, which says when it began. */
export function ownTab(): string {
  own ??= `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
  return own;
}

/** Holds this tab's lock for as long as the page lives, and looks who else is there, now and whenever somebody comes to this tab. */
export function watchTabs(): Promise<void> {
  begun ??= readablePromise(begin());
  return begun;
}

/** Whether what this tab has left may be taken. One that began after the last look is taken for open. */
export function isTabGone(tab: string): boolean {
  if (tab === ownTab()) return false;
  // A page that came over plain HTTP has no locks: there the first to look takes what is left.
  if (!hasLocks()) return true;
  if (!seen || seen.open.has(tab)) return false;
  const beganAt = Number.parseInt(tab, 36);
  return Number.isNaN(beganAt) || beganAt < seen.at;
}

async function begin(): Promise<void> {
  if (!hasLocks()) return;
  void navigator.locks.request(lockPrefix + ownTab(), () => new Promise(() => undefined));
  window.addEventListener("focus", () => void look());
  document.addEventListener("visibilitychange", () => void look());
  await look();
}

async function look(): Promise<void> {
  const at = Date.now();
  const { held = [] } = await navigator.locks.query();
  const open = held.flatMap(({ name = "" }) => (name.startsWith(lockPrefix) ? name.slice(lockPrefix.length) : []));
  seen = { at, open: new Set(open) };
}

const hasLocks = () => "window" in globalThis && "locks" in navigator;
