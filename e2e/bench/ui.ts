import type { Figures } from "./stage.ts";
import { launchBrowser, signedIn } from "./ui/bench-page.ts";
import { benchBurst } from "./ui/burst.ts";
import { benchKeys } from "./ui/keys.ts";
import { startLargeApp } from "./ui/large-app.ts";
import { benchLoading } from "./ui/loading.ts";
import { benchOpening } from "./ui/opening.ts";
import { benchScrolling } from "./ui/scrolling.ts";

export type UiOptions = {
  conversationCount: number;
  /** Only these: `loading`, `keys`, `opening`, `scrolling`, `burst`. */
  parts: readonly string[];
  /** How many times slower the CPU is made, one after the other. */
  slowdowns: readonly number[];
};

/** The interface as an agent feels it, in Chromium: with the CPU as it is, and four times slower. */
export async function* benchUi({
  conversationCount,
  parts,
  slowdowns,
}: UiOptions): AsyncGenerator<[name: string, Figures]> {
  const wanted = (part: string) => parts.length === 0 || parts.includes(part);
  const { app, api } = await startLargeApp(conversationCount);
  const browser = await launchBrowser();
  try {
    const context = await signedIn(browser, app);
    for (const rate of slowdowns) {
      if (wanted("loading")) yield ["ui.loading", await benchLoading(context, rate)];
      if (wanted("keys")) yield ["ui.keys", await benchKeys(context, rate)];
      if (wanted("opening")) yield ["ui.opening", await benchOpening(context, rate)];
      if (wanted("scrolling")) yield ["ui.scrolling", await benchScrolling(context, rate)];
    }
    if (wanted("burst")) yield ["ui.burst", await benchBurst(browser, context, api, conversationCount)];
  } finally {
    await browser.close();
    await app.dispose();
  }
}
