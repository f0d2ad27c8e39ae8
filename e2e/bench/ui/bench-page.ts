import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from "@playwright/test";
import { z } from "zod";
import type { App } from "../../support/app.ts";
import { agent } from "./large-app.ts";

declare global {
  interface Window {
    /** Key to paint of every key pressed, as the browser's Event Timing tells it; what took under 16 ms is not in it. */
    keydownMs: number[];
  }
}

const Csrf = z.object({ csrfToken: z.string() });
// The system's browser where there is one; else Playwright's own.
const installed = "/usr/bin/chromium";

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(existsSync(installed) && { executablePath: installed }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

/** A browser of an agent who has just signed in, as the form does it. */
export async function signedIn(browser: Browser, app: App): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: app.url, viewport: { width: 1440, height: 900 } });
  const { csrfToken } = Csrf.parse(await (await context.request.get("/api/auth/csrf")).json());
  const answer = await context.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, emailAddress: agent.email, password: agent.password, json: "true" },
    headers: { origin: app.url },
  });
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
  return context;
}

/** A page that times its keys; `rate` is how many times slower its CPU is made. */
export async function timedPage(context: BrowserContext, rate: number): Promise<{ page: Page; cdp: CDPSession }> {
  const page = await context.newPage();
  await page.addInitScript(observeKeys);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate });
  return { page, cdp };
}

/** The inbox, its rows drawn and its keys heard. */
export async function openInbox(page: Page): Promise<void> {
  await page.goto("/inbox/open", { waitUntil: "commit" });
  await page.getByRole("listitem").first().waitFor();
  await page.getByText("live", { exact: true }).first().waitFor();
  await rest(page, 1000);
}

/** Presses a key, and waits until what it did is on the screen. */
export async function press(page: Page, key: string, restMs = 60): Promise<void> {
  await page.keyboard.press(key);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
  await rest(page, restMs);
}

/** Takes the times of the keys pressed since; keys that were too quick to be told of count as 16 ms. */
export async function takeKeyTimes(page: Page, pressedCount: number): Promise<number[]> {
  await rest(page, 300);
  const told = await page.evaluate(() => window.keydownMs.splice(0));
  return [...told, ...Array.from({ length: Math.max(0, pressedCount - told.length) }, () => 16)];
}

/** Time to catch up, as people leave it between keys. */
export function rest(page: Page, ms: number): Promise<void> {
  return page.waitForTimeout(ms);
}

function observeKeys(): void {
  window.keydownMs = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "keydown") window.keydownMs.push(entry.duration);
  });
  const options: PerformanceObserverInit & { durationThreshold: number } = { type: "event", durationThreshold: 16 };
  observer.observe(options);
}
