import type { ExternalToast } from "sonner";

type Say = (text: string, options?: ExternalToast) => string | number;
type Tone = "plain" | "error" | "success";
type Waiting = { id: string | number; tone: Tone; text: string; options: ExternalToast };

/** As many as are in sight at once. */
export const toastsMax = 4;
/** Toasts of keys pressed in quick succession are drawn together, once there is a pause: nobody reads them meanwhile. */
const calmMs = 240;
const calmMsMax = 5000;

let lastId = 0;
/** What was said in passing, oldest first. What went wrong is not among it: that stays for its time. */
let passing: (string | number)[] = [];
/** What is yet to be said, oldest first. */
let waiting: Waiting[] = [];
let waitsSince: number | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

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
    waiting = [...waiting.filter((other) => other.id !== id), { id, tone, text, options }];
    clearTimeout(timer);
    waitsSince ??= performance.now();
    timer = setTimeout(
      () => void sayAll(),
      tone === "error" ? 0 : Math.min(calmMs, waitsSince + calmMsMax - performance.now()),
    );
    return id;
  };
}

/** What was done is seen first, and its key answered, and the next key if that follows at once: to draw a toast costs more than a row. */
async function sayAll(): Promise<void> {
  waitsSince = undefined;
  const [{ toast: sonner }] = await Promise.all([import("sonner"), isReady]);
  const said = waiting;
  waiting = [];
  // One that is covered by newer ones would be drawn and measured for nothing, with each that comes.
  const news = said.filter(({ tone }) => tone !== "error").map(({ id }) => id);
  const all = [...passing.filter((id) => said.every((one) => one.id !== id)), ...news];
  const covered = new Set(all.slice(0, -toastsMax));
  for (const { id, tone, text, options } of said)
    if (!covered.has(id)) (tone === "plain" ? sonner : sonner[tone])(text, { ...options, id });
  for (const id of passing) if (covered.has(id)) sonner.dismiss(id);
  passing = all.slice(-toastsMax);
}
