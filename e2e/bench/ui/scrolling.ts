import type { BrowserContext } from "@playwright/test";
import type { Figures } from "../stage.ts";
import { openInbox, timedPage } from "./bench-page.ts";

type Scrolled = { frameCount: number; droppedCount: number; waitedMs: number; tookMs: number };

const rowCount = 20_000;
const rowsPerSecond = 330;
const framesMs = 1000 / 60;

/** From the top to row 20,000 in a minute, against a page as tall that holds nothing. */
export async function benchScrolling(context: BrowserContext, rate: number): Promise<Figures> {
  const { page } = await timedPage(context, rate);
  await openInbox(page);
  const height = await page
    .getByRole("listitem")
    .first()
    .evaluate((row) => row.getBoundingClientRect().height);
  const given = { speed: rowsPerSecond * height, end: rowCount * height, frameMs: framesMs };
  const inbox = await page.evaluate(scroll, given);
  await page.close();

  const empty = await timedPage(context, rate);
  await empty.page.goto("/api/health");
  await empty.page.evaluate((end) => {
    document.body.innerHTML = `<div id="pane" style="height:800px;overflow:auto"><ul style="height:${end + 900}px"></ul></div>`;
  }, given.end);
  const nothing = await empty.page.evaluate(scroll, { ...given, end: given.end / 6 });
  await empty.page.close();
  return { cpuSlowdown: rate, rowCount, ...inbox, ...share("dropped", inbox), ...share("emptyPageDropped", nothing) };
}

function share(name: string, { droppedCount, frameCount }: Scrolled): Figures {
  return { [`${name}Percent`]: Number(((100 * droppedCount) / frameCount).toFixed(2)) };
}

/** In the page: moves the list on in every frame, and counts the frames that did not come. */
function scroll({ speed, end, frameMs }: { speed: number; end: number; frameMs: number }): Promise<Scrolled> {
  const pane = document.querySelector("ul")?.parentElement;
  const list = [...document.querySelectorAll("ul")].map((ul) => ul.parentElement);
  const scroller = list.find((element) => element && element.scrollHeight > element.clientHeight + 1000) ?? pane;
  if (!scroller) throw new Error("There is no list.");
  const result = { frameCount: 0, droppedCount: 0, waitedMs: 0, tookMs: 0 };
  return new Promise((resolve) => {
    const startedAt = performance.now();
    let last = startedAt;
    const step = (now: number) => {
      const elapsed = now - last;
      last = now;
      const frames = Math.max(1, Math.round(elapsed / frameMs));
      result.frameCount += frames;
      result.droppedCount += frames - 1;
      const wanted = scroller.scrollTop + (speed * Math.min(elapsed, 100)) / 1000;
      if (wanted > scroller.scrollHeight - scroller.clientHeight) result.waitedMs += Math.round(elapsed);
      scroller.scrollTop = wanted;
      result.tookMs = Math.round(now - startedAt);
      if (scroller.scrollTop < end && result.tookMs < 150_000) requestAnimationFrame(step);
      else resolve(result);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(step);
    });
  });
}
