import { gzipSync } from "node:zlib";
import type { BrowserContext, Request } from "@playwright/test";
import { percentiles } from "../percentiles.ts";
import type { Figures } from "../stage.ts";
import { openInbox, timedPage } from "./bench-page.ts";

const startCount = 8;

/** What the first load fetches, and how soon a list that has been opened before answers to a key. */
export async function benchLoading(context: BrowserContext, rate: number): Promise<Figures> {
  const { page } = await timedPage(context, rate);
  const scripts: { request: Request; isLater: boolean }[] = [];
  let isLoaded = false;
  page.once("load", () => (isLoaded = true));
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push({ request, isLater: isLoaded });
  });
  await openInbox(page);
  const kb = async (isLater: boolean) => {
    const bodies = scripts
      .filter((one) => one.isLater === isLater)
      .map(async ({ request }) => {
        const response = await request.response();
        return response ? gzipSync(await response.body()).length : 0;
      });
    return Number(((await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0) / 1000).toFixed(1));
  };
  const sizes = { firstLoadJsKb: await kb(false), afterLoadJsKb: await kb(true) };
  await page.close();

  const startMs: number[] = [];
  for (let count = 0; count < startCount; count += 1) {
    const warm = await timedPage(context, rate);
    await warm.page.goto("/inbox/open", { waitUntil: "commit" });
    startMs.push(await warm.page.evaluate(untilUsable));
    await warm.page.close();
  }
  return { cpuSlowdown: rate, ...sizes, ...percentiles("warmStart", startMs) };
}

/** In the page: asks again in every frame to move to a row, until one has the focus. Milliseconds since the navigation began. */
function untilUsable(): Promise<number> {
  return new Promise((resolve) => {
    const ask = () => {
      document.body?.dispatchEvent(new KeyboardEvent("keydown", { key: "j", code: "KeyJ", bubbles: true }));
      if (document.activeElement?.id.startsWith("conversation-")) setTimeout(() => resolve(performance.now()), 0);
      else requestAnimationFrame(ask);
    };
    ask();
  });
}
