/** What a tooltip is asked for by, on the page as a whole: the pointer, and the focus where it is seen. */
const showMs = 400;
/** The next one of a row comes at once. */
const quickMs = 200;
/** Long enough to get from a button to its tooltip, which stays while it is pointed at (WCAG 2.2, 1.4.13). */
const hideMs = 120;

/** What a tip is about, and whether the pointer asked for it: one that the focus did is not in the pointer's way. */
export type Tipped = { about: HTMLElement; isPointed: boolean };

/** @param tell hears what the tip is to be about; null is nothing @returns what ends it */
export function watchTips(tell: (tipped: Tipped | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: HTMLElement | null = null;
  let pointed: HTMLElement | null = null;
  let isByFocus = false;
  let hiddenAt = -Infinity;

  const set = (about: HTMLElement | null) => {
    clearTimeout(timer);
    if (about === shown) return;
    if (shown) hiddenAt = performance.now();
    shown = about;
    isByFocus = about !== null && about !== pointed;
    tell(about && { about, isPointed: about === pointed });
    if (about) gone.observe(document.body, { childList: true, subtree: true });
    else gone.disconnect();
  };
  const after = (ms: number, about: HTMLElement | null) => {
    clearTimeout(timer);
    timer = setTimeout(() => set(tipAt(about)), ms);
  };
  const gone = new MutationObserver(() => shown && !shown.isConnected && set(null));
  // What the pointer is still on comes back only after it has been left.
  const hide = () => set(null);

  const handleOver = (event: PointerEvent) => {
    if (event.pointerType === "touch") return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[role=tooltip]")) return clearTimeout(timer);
    const about = tipAt(target);
    if (about === pointed) return about && about === shown ? clearTimeout(timer) : undefined;
    pointed = about;
    // The pointer, which may only find that something went from under it, takes nothing from who uses the keyboard.
    if (!about) return isByFocus ? clearTimeout(timer) : after(hideMs, null);
    const isQuick = shown !== null || performance.now() - hiddenAt < quickMs;
    return after(isQuick ? 0 : showMs, about);
  };
  const handleFocus = (event: FocusEvent) => {
    const about = tipAt(event.target);
    if (about?.matches(":focus-visible")) set(about);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" || event.key === "Enter" || event.key === " ") hide();
  };

  const listeners = new AbortController();
  const { signal } = listeners;
  document.addEventListener("pointerover", handleOver, { signal });
  document.addEventListener("focusin", handleFocus, { signal });
  document.addEventListener("focusout", hide, { signal });
  document.addEventListener("pointerdown", hide, { signal, capture: true });
  document.addEventListener("keydown", handleKey, { signal, capture: true });
  window.addEventListener("scroll", hide, { signal, capture: true });
  window.addEventListener("blur", hide, { signal });
  return () => {
    listeners.abort();
    hide();
  };
}

/** None where its menu is open: that says more, and is not to be covered. */
function tipAt(target: EventTarget | null): HTMLElement | null {
  const about = target instanceof Element ? target.closest<HTMLElement>("[data-tip]") : null;
  return about?.getAttribute("aria-expanded") === "true" ? null : about;
}
