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

  const starts: Start[] = [];
  for (let count = 0; count < startCount; count += 1) {
    const warm = await timedPage(context, rate);
    await warm.page.goto("/inbox/open", { waitUntil: "commit" });
    starts.push(await warm.page.evaluate(untilUsable));
    await warm.page.close();
  }
  const times = (part: keyof Start) => starts.map((start) => start[part]);
  return {
    cpuSlowdown: rate,
    ...sizes,
    ...percentiles("warmFirstByte", times("firstByteMs")),
    ...percentiles("warmParsed", times("parsedMs")),
    ...percentiles("warmStart", times("usableMs")),
  };
}

/** Since the navigation began. */
type Start = { firstByteMs: number; parsedMs: number; usableMs: number };

/** In the page: asks again in every frame to move to a row, until one has the focus. */
function untilUsable(): Promise<Start> {
  return new Promise((resolve) => {
    const tell = () => {
      const [navigation] = performance.getEntriesByType("navigation");
      if (!(navigation instanceof PerformanceNavigationTiming)) throw new Error("There was no navigation.");
      const { responseStart, domInteractive } = navigation;
      resolve({ firstByteMs: responseStart, parsedMs: domInteractive, usableMs: performance.now() });
    };
    const ask = () => {
      document.body?.dispatchEvent(new KeyboardEvent("keydown", { key: "j", code: "KeyJ", bubbles: true }));
      if (document.activeElement?.id.startsWith("conversation-")) setTimeout(tell, 0);
      else requestAnimationFrame(ask);
    };
    ask();
  });
}
