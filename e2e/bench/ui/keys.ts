import type { BrowserContext, Page } from "@playwright/test";
import { percentiles } from "../percentiles.ts";
import type { Figures } from "../stage.ts";
import { openInbox, press, rest, takeKeyTimes, timedPage } from "./bench-page.ts";

const pressCount = 60;

/** From a key to the paint that shows what it did, against a page on which a key changes one word. */
export async function benchKeys(context: BrowserContext, rate: number): Promise<Figures> {
  const { page } = await timedPage(context, rate);
  await openInbox(page);
  const figures: Figures = { cpuSlowdown: rate, pressCount };
  const time = async (name: string, keys: readonly string[], restMs?: number) => {
    await takeKeyTimes(page, 0);
    for (const key of keys) await press(page, key, restMs);
    Object.assign(figures, percentiles(name, await takeKeyTimes(page, keys.length)));
  };
  await time("j", repeat(["j"]));
  await time("k", repeat(["k"]));
  await time("x", repeat(["x"]));
  await time("s", repeat(["s"]));
  await time("e", repeat(["e"]));
  Object.assign(figures, await timeEnter(page));
  await press(page, "Enter", 500);
  await time("jWhileReading", repeat(["j"]), 400);
  await page.close();
  return { ...figures, ...(await emptyPage(context, rate)) };
}

/** Enter on a row whose conversation was read ahead, and back. */
async function timeEnter(page: Page): Promise<Figures> {
  const enterMs: number[] = [];
  for (let count = 0; count < pressCount; count += 1) {
    await press(page, "j");
    await rest(page, 500);
    await takeKeyTimes(page, 0);
    await press(page, "Enter");
    await page.getByRole("article").waitFor();
    enterMs.push(...(await takeKeyTimes(page, 1)));
    await press(page, "u");
  }
  return percentiles("enter", enterMs);
}

async function emptyPage(context: BrowserContext, rate: number): Promise<Figures> {
  const { page } = await timedPage(context, rate);
  await page.goto("/api/health");
  await page.evaluate(() => {
    document.body.textContent = "0";
    window.addEventListener("keydown", () => (document.body.textContent = `${Number(document.body.textContent) + 1}`));
  });
  for (const key of repeat(["j"])) await press(page, key);
  const times = await takeKeyTimes(page, pressCount);
  await page.close();
  return percentiles("emptyPage", times);
}

function repeat(keys: readonly string[]): string[] {
  return Array.from({ length: pressCount }, () => keys).flat();
}
