import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { z } from "zod";
import type { Api } from "../../support/api.ts";
import type { Figures } from "../stage.ts";
import { openInbox, press, timedPage } from "./bench-page.ts";
import { closedNewestCount } from "./large-app.ts";

const changeCount = 500;
const burstMs = 10_000;
const Processes = z.object({ processInfo: z.array(z.object({ type: z.string(), cpuTime: z.number() })) });

/** Conversations that come in above all others for ten seconds, while a row has the focus. */
export async function benchBurst(
  browser: Browser,
  context: BrowserContext,
  api: Api,
  newestId: number,
): Promise<Figures> {
  const { page } = await timedPage(context, 1);
  await openInbox(page);
  for (let count = 0; count < 5; count += 1) await press(page, "j");
  const before = await tabCpuMs(browser);
  const watched = watchFocus(page);
  const requests = countRequests(page);
  const startedAt = performance.now();
  for (let index = 0; index < changeCount; index += 1) {
    await sleep(Math.max(0, startedAt + (index * burstMs) / changeCount - performance.now()));
    const id = newestId - closedNewestCount + 1 + index;
    await api.json("PUT", `/api/conversations/${id}/status`, () => undefined, { status: "open" });
  }
  const tookMs = performance.now() - startedAt;
  const cpuMs = (await tabCpuMs(browser)) - before;
  const { movedPx, lostCount } = await watched.stop();
  await page.close();
  return {
    changeCount,
    tookMs: Math.round(tookMs),
    tabCpuPercent: Number(((100 * cpuMs) / tookMs).toFixed(1)),
    requestCount: requests(),
    focusedRowMovedPx: movedPx,
    focusLostCount: lostCount,
  };
}

/** CPU time of all tabs' processes; there is one tab. */
async function tabCpuMs(browser: Browser): Promise<number> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = Processes.parse(await cdp.send("SystemInfo.getProcessInfo"));
  await cdp.detach();
  return 1000 * processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

function countRequests(page: Page): () => number {
  let count = 0;
  page.on("request", () => (count += 1));
  return () => count;
}

type Watched = { movedPx: number; lostCount: number };

function watchFocus(page: Page): { stop(): Promise<Watched> } {
  const samples: Promise<{ id: string; top: number }>[] = [];
  const look = () =>
    samples.push(
      page.evaluate(() => ({
        id: document.activeElement?.id ?? "",
        top: Math.round(document.activeElement?.getBoundingClientRect().top ?? 0),
      })),
    );
  look();
  const timer = setInterval(look, 500);
  return {
    async stop() {
      clearInterval(timer);
      look();
      const [first, ...rest] = await Promise.all(samples);
      if (!first?.id.startsWith("conversation-")) throw new Error("No row had the focus.");
      return {
        movedPx: Math.max(...rest.map(({ top }) => Math.abs(top - first.top))),
        lostCount: rest.filter(({ id }) => id !== first.id).length,
      };
    },
  };
}
