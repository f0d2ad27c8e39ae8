import type { ExternalToast } from "sonner";

type Say = (text: string, options?: ExternalToast) => string | number;
type Tone = "plain" | "error" | "success";

/** As many as are in sight at once. */
export const toastsMax = 4;

let lastId = 0;
/** What was said in passing, oldest first. What went wrong is not among it: that stays for its time. */
let passing: (string | number)[] = [];

/** Says something in passing, at the edge of the page. @returns its id, which with `options.id` says the next thing in its place */
export const toast: Say & { error: Say; success: Say } = Object.assign(sayer("plain"), {
  error: sayer("error"),
  success: sayer("success"),
});

let tellReady: () => void;
const isReady = new Promise<void>((resolve) => (tellReady = resolve));

/** Called by what draws toasts, which comes after the page: what was said before waits for it. */
export function toasterIsThere(): void {
  tellReady();
}

function sayer(tone: Tone): Say {
  return (text, options = {}) => {
    const id = options.id ?? `toast-${(lastId += 1)}`;
    const say = async () => {
      const [{ toast: sonner }] = await Promise.all([import("sonner"), isReady, afterPaint()]);
      (tone === "plain" ? sonner : sonner[tone])(text, { ...options, id });
      // One that is covered by newer ones would be drawn and measured for nothing, with each that comes.
      passing = [...passing.filter((other) => other !== id), ...(tone === "error" ? [] : [id])];
      for (const covered of passing.slice(0, -toastsMax)) sonner.dismiss(covered);
      passing = passing.slice(-toastsMax);
    };
    void say();
    return id;
  };
}

/** What was done is seen first, and its key answered; what is said about it comes in the frame after. A page that is not shown paints nothing. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, 0);
    });
  });
}
