import type { BrowserContext, Page } from "@playwright/test";
import { percentiles } from "../percentiles.ts";
import type { Figures } from "../stage.ts";
import { openInbox, rest, timedPage } from "./bench-page.ts";

const coldCount = 30;

/** Conversations that nothing was read of before: from the new URL to the frame that shows what the mail says. */
export async function benchOpening(context: BrowserContext, rate: number): Promise<Figures> {
  const { page } = await timedPage(context, rate);
  await openInbox(page);
  // The first one brings the code of the pane, too; it is told apart.
  const firstMs = await openCold(page, 3);
  const coldMs: number[] = [];
  for (let index = 1; index <= coldCount; index += 1) coldMs.push(await openCold(page, 3 + index * 300));
  await page.close();
  return { cpuSlowdown: rate, coldCount, firstMs: Number(firstMs.toFixed(1)), ...percentiles("cold", coldMs) };
}

async function openCold(page: Page, id: number): Promise<number> {
  const took = await page.evaluate(openAndWait, id);
  await rest(page, 200);
  return took;
}

/** In the page: goes to the conversation, and answers once a frame with its text has been drawn. */
function openAndWait(id: number): Promise<number> {
  const startedAt = performance.now();
  window.history.pushState(null, "", `/inbox/open/${id}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
  return new Promise((resolve) => {
    const look = () => {
      const isShown = document.querySelector("article")?.textContent.includes(`It is about number ${id}.`) === true;
      if (isShown) setTimeout(() => resolve(performance.now() - startedAt), 0);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
