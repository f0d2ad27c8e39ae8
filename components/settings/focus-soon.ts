/** For a `ref` within a dialog, which itself focuses what stands first: its close button. */
export function focusSoon(element: HTMLElement | null): void {
  setTimeout(() => element?.focus());
}
