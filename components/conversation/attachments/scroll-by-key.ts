/** In shares of what is in sight. */
const steps: Record<string, number> = {
  ArrowDown: 0.15,
  ArrowUp: -0.15,
  PageDown: 0.9,
  PageUp: -0.9,
  Home: -Infinity,
  End: Infinity,
};

/** Scrolls a box by the usual keys, wherever near it the focus is; a box that has the focus itself does so anyway. @returns whether it was such a key */
export function scrollByKey(key: string, box: HTMLElement | null): boolean {
  const step = steps[key];
  if (step === undefined || !box || document.activeElement === box) return false;
  const top = Number.isFinite(step) ? box.scrollTop + step * box.clientHeight : step < 0 ? 0 : box.scrollHeight;
  box.scrollTo({ top });
  return true;
}
