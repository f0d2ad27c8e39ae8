import type { BrowserContext } from "@playwright/test";
import type { Figures } from "../stage.ts";
import { openInbox, timedPage } from "./bench-page.ts";

type Scrolled = { frameCount: number; droppedCount: number; waitedMs: number; tookMs: number };

const rowCount = 20_000;
/** All of them in a minute: 20,000 pixels a second, nearly half of what is in sight in every frame. */
const rowsPerSecond = 330;
/** A wheel that is spun as fast as people do it, for a while. */
const wheelRowsPerSecond = 80;
const wheelSeconds = 15;
const boundSeconds = 10;
const framesMs = 1000 / 60;

/**
 * From the top to row 20,000 in a minute, and a while at a wheel's speed. Beside it, in the same run and at the same speeds, what the machine drops
 * when a few lines of script draw the same rows as plain HTML on the same page without the app, and when there is nothing to draw at all.
 */
export async function benchScrolling(context: BrowserContext, rate: number): Promise<Figures> {
  const { page } = await timedPage(context, rate);
  await openInbox(page);
  const height = await page
    .getByRole("listitem")
    .first()
    .evaluate((row) => row.getBoundingClientRect().height);
  const fast = { speed: rowsPerSecond * height, frameMs: framesMs };
  const wheel = { speed: wheelRowsPerSecond * height, frameMs: framesMs };
  const wheeled = await page.evaluate(scroll, { ...wheel, seconds: wheelSeconds });
  const inbox = await page.evaluate(scroll, { ...fast, end: rowCount * height });
  await page.close();

  const end = rowsPerSecond * boundSeconds * height;
  const bare = await timedPage(context, rate);
  await bare.page.route("**/*", (route) =>
    route.request().resourceType() === "script" ? route.abort() : route.continue(),
  );
  await bare.page.goto("/inbox/open");
  await bare.page.evaluate(drawPlainly, { height, end });
  const bareWheeled = await bare.page.evaluate(scroll, { ...wheel, seconds: boundSeconds });
  const bareRows = await bare.page.evaluate(scroll, { ...fast, seconds: boundSeconds / 2 });
  await bare.page.close();

  const empty = await timedPage(context, rate);
  await empty.page.goto("/api/health");
  await empty.page.evaluate((px) => {
    document.body.innerHTML = `<div style="height:800px;overflow:auto"><ul style="height:${px + 900}px"></ul></div>`;
  }, end);
  const nothing = await empty.page.evaluate(scroll, { ...fast, seconds: boundSeconds / 2 });
  await empty.page.close();
  return {
    cpuSlowdown: rate,
    rowCount,
    ...inbox,
    ...share("dropped", inbox),
    ...share("plainRowsDropped", bareRows),
    ...share("wheelDropped", wheeled),
    ...share("plainRowsWheelDropped", bareWheeled),
    ...share("emptyPageDropped", nothing),
  };
}

function share(name: string, { droppedCount, frameCount }: Scrolled): Figures {
  return { [`${name}Percent`]: Number(((100 * droppedCount) / frameCount).toFixed(2)) };
}

/** In the page as the server drew it: puts copies of its rows wherever the list is scrolled to, as many as the app has. */
function drawPlainly({ height, end }: { height: number; end: number }): void {
  const list = document.querySelector("[id^=conversation-]")?.closest("ul");
  const pane = list?.parentElement;
  if (!list || !pane) throw new Error("The server drew no rows.");
  const templates = [...list.children];
  const drawn = new Map<number, Element>(templates.map((row, index) => [index, row]));
  list.style.height = `${end + pane.clientHeight}px`;
  const overscan = 8;
  pane.addEventListener("scroll", () => {
    const first = Math.max(0, Math.floor(pane.scrollTop / height) - overscan);
    const last = Math.ceil((pane.scrollTop + pane.clientHeight) / height) + overscan;
    for (const [index, row] of drawn) {
      if (index >= first && index <= last) continue;
      row.remove();
      drawn.delete(index);
    }
    for (let index = first; index <= last; index += 1) {
      if (drawn.has(index)) continue;
      const row = templates[index % templates.length]?.cloneNode(true);
      if (!(row instanceof HTMLElement)) continue;
      Object.assign(row.style, { position: "absolute", insetInline: "0", margin: "0", top: `${index * height}px` });
      list.append(row);
      drawn.set(index, row);
    }
  });
}

type Scroll = { speed: number; frameMs: number; end?: number; seconds?: number };

/** In the page: moves the list on in every frame, and counts the frames that did not come. */
function scroll({ speed, frameMs, end = Infinity, seconds = 150 }: Scroll): Promise<Scrolled> {
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
      if (scroller.scrollTop < end && result.tookMs < seconds * 1000) requestAnimationFrame(step);
      else resolve(result);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(step);
    });
  });
}
