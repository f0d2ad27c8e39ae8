export type AttachedFrame = { hasQuotes: boolean; showQuotes: (shown: boolean) => void; detach: () => void };

export type FrameHandlers = {
  onHeight: (height: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Says an instant on the reader's own clock. */
  sayTime: (instant: string) => string;
};

/**
 * What the page does for a mail's loaded frame, in which no script may run: tells how tall its content is, unfolds what the server marked as
 * quoted, says times on the reader's clock, and hears its keys.
 */
export function attachFrame(
  frame: HTMLIFrameElement,
  { onHeight, onKeyDown, sayTime }: FrameHandlers,
): AttachedFrame | null {
  const loaded = frame.contentDocument;
  if (!loaded?.body) return null;
  for (const time of loaded.querySelectorAll<HTMLTimeElement>("time.postroom-time[datetime]"))
    time.title = sayTime(time.dateTime);
  let fittedWidth = 0;
  const measure = () => {
    if (frame.clientWidth !== fittedWidth) fit(frame, loaded.body);
    fittedWidth = frame.clientWidth;
    tellHeight();
  };
  const tellHeight = () => onHeight(Math.ceil(loaded.documentElement.getBoundingClientRect().height) + gutterOf(frame));
  const observer = new ResizeObserver(measure);
  observer.observe(loaded.documentElement);
  loaded.addEventListener("keydown", onKeyDown);
  return {
    hasQuotes: loaded.querySelector(".postroom-quote") !== null,
    showQuotes(shown) {
      loaded.documentElement.classList.toggle("shows-quotes", shown);
      measure();
    },
    detach() {
      observer.disconnect();
      loaded.removeEventListener("keydown", onKeyDown);
    },
  };
}

const leastScale = 0.5;

/** Mail is often drawn for a page of 600 px: what is wider than the frame is made smaller, and scrolls where that would be too small. */
function fit(frame: HTMLIFrameElement, body: HTMLElement): void {
  body.style.removeProperty("zoom");
  const room = frame.contentDocument?.documentElement.clientWidth ?? 0;
  const scale = room / Math.max(1, body.scrollWidth);
  if (room > 0 && scale < 1) body.style.setProperty("zoom", String(Math.max(leastScale, scale)));
}

/** The frame's own padding, which its height includes. */
function gutterOf(frame: HTMLIFrameElement): number {
  const { paddingTop, paddingBottom } = getComputedStyle(frame);
  return Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
}
