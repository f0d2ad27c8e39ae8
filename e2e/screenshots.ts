/** Takes every page of the demo at three widths, light and dark, into `.cache/screenshots`: to be looked at, and for the README. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { chromium, type Browser, type Locator, type Page } from "@playwright/test";
import { z } from "zod";
import { de } from "#lib/strings/de";
import { en } from "#lib/strings/en";
import { ConnectPage } from "./pages/connect-page.ts";
import { App } from "./support/app.ts";
import { freePort } from "./support/free-port.ts";
import { mailPassword, support } from "./support/people.ts";

// `--german`: the same in German, into a folder of its own.
const isGerman = process.argv.includes("--german");
const strings = isGerman ? de : en;
const folder = isGerman ? ".cache/screenshots/german" : ".cache/screenshots";
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const schemes = ["light", "dark"] as const;

type Shot = {
  name: string;
  path: string;
  /** The conversation to open. */
  subject?: string;
  prepare?: (page: Page) => Promise<unknown>;
  /** The page to its end, not only what the window shows. */
  isWhole?: boolean;
};

const Found = z.object({ items: z.array(z.object({ id: z.number(), subject: z.string() })) });

const settled = (page: Page) => page.getByText(strings.inbox.roles.junk, { exact: true }).first().waitFor();

const shots: Shot[] = [
  { name: "inbox", path: "/inbox/open" },
  { name: "conversation", path: "/inbox/open", subject: "Wholesale price list" },
  { name: "newsletter", path: "/inbox/all", subject: "Autumn stews" },
  { name: "composer", path: "/inbox/open", subject: "Cannot sign in", prepare: (page) => reply(page) },
  { name: "search", path: "/inbox/all?q=order" },
  { name: "no-results", path: "/inbox/all?q=zeppelin" },
  { name: "empty-view", path: "/inbox/junk?tag=1" },
  { name: "closed", path: "/inbox/closed" },
  { name: "accounts", path: "/settings/accounts" },
  { name: "account-folders", path: "/settings/accounts/1", prepare: settled },
  { name: "sync-health", path: "/settings/sync-health?account=1", prepare: (page) => compare(page) },
  { name: "connect", path: "/settings/accounts/connect" },
  { name: "connect-server", path: "/settings/accounts/connect", prepare: (page) => fillAddress(page) },
  { name: "agents", path: "/settings/agents" },
  { name: "inboxes", path: "/settings/inboxes" },
  { name: "tags", path: "/settings/tags" },
  { name: "transfers", path: "/settings/transfers" },
  { name: "general", path: "/settings/general" },
  { name: "profile", path: "/settings/profile" },
  { name: "security", path: "/settings/security" },
  { name: "components", path: "/dev/ui", isWhole: true },
];

/** What nobody is signed in for. */
const publicShots: Shot[] = [{ name: "sign-in", path: "/sign-in" }];

const wanted = process.argv.slice(2).filter((name) => name !== "--german");
mkdirSync(folder, { recursive: true });
const demo = await startDemo();
const fresh = new App();
// The system's browser where there is one; else Playwright's own.
const installed = "/usr/bin/chromium";
const browser = await chromium.launch({
  ...(existsSync(installed) && { executablePath: installed }),
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  await fresh.start();
  const setup: Shot[] = [{ name: "setup", path: fresh.setupLink }];
  for (const colorScheme of schemes) {
    await takeAll(browser, demo.url, colorScheme, shots, true);
    await takeAll(browser, demo.url, colorScheme, publicShots, false);
    await takeAll(browser, fresh.url, colorScheme, setup, false);
  }
} finally {
  await browser.close();
  await fresh.dispose();
  demo.process.kill("SIGTERM");
}

async function takeAll(on: Browser, baseURL: string, colorScheme: "light" | "dark", all: Shot[], isSignedIn: boolean) {
  const context = await on.newContext({
    baseURL,
    colorScheme,
    locale: isGerman ? "de-DE" : "en-GB",
    timezoneId: "Europe/Berlin",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (isSignedIn) await page.goto("/demo");
  for (const shot of all.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    for (const viewport of sizes) {
      await page.setViewportSize(viewport);
      const path = `${folder}/${shot.name}-${viewport.width}-${colorScheme}.png`;
      await take(page, shot, path).catch((error: unknown) => process.stderr.write(`${path}: ${String(error)}\n`));
    }
    process.stdout.write(`${shot.name}, ${colorScheme}\n`);
  }
  await context.close();
}

async function take(page: Page, shot: Shot, path: string): Promise<void> {
  await page.goto(shot.subject === undefined ? shot.path : `${shot.path}/${await idOf(page, shot.subject)}`);
  if (shot.subject !== undefined) await conversationOf(page).getByRole("article").last().waitFor();
  await shot.prepare?.(page);
  await page.waitForLoadState("load");
  // Skeletons have gone, and the letters are drawn.
  await page.waitForFunction(() => document.querySelector(".animate-pulse") === null);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(hasComeToRest);
  await page.screenshot({ path, animations: "disabled", fullPage: shot.isWhole ?? false });
}

/** In the page: resolves when nothing of it has changed for a second, so that what comes late is in the picture. */
function hasComeToRest(): Promise<void> {
  return new Promise((resolve) => {
    const rest = () => setTimeout(() => (observer.disconnect(), resolve()), 1000);
    let timer = rest();
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = rest();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

function conversationOf(page: Page): Locator {
  return page.getByRole("region", { name: strings.conversation.region, exact: true });
}

async function idOf(page: Page, subject: string): Promise<number> {
  const answer = await page.request.get("/api/conversations?view=all&limit=200");
  const found = Found.parse(await answer.json()).items.find((one) => one.subject.includes(subject));
  if (!found) throw new Error(`There is no conversation about “${subject}”.`);
  return found.id;
}

async function compare(page: Page): Promise<void> {
  await page.getByRole("button", { name: strings.health.comparison.now }).click();
  const result = page.getByRole("region", { name: strings.health.comparison.title });
  await result.getByText(/\d (of|von) \d.* (equal|gleich)/).waitFor();
}

async function reply(page: Page): Promise<void> {
  const begin = page.getByRole("button", { name: isGerman ? / antworten …$/ : /^Reply to / });
  const text = page.getByRole("textbox", { name: strings.composer.text, exact: true });
  // The draft of the picture before opens by itself, a little later.
  await begin.or(text).first().waitFor();
  await page.evaluate(hasComeToRest);
  if (await begin.isVisible()) await begin.click();
  await text.click();
  await text.fill("Thank you for writing. The new price list is attached; it holds until the end of March.");
}

async function fillAddress(page: Page): Promise<void> {
  const form = new ConnectPage(page);
  await page.getByLabel(strings.accounts.connectForm.emailAddress).fill(support.address);
  await page.getByRole("button", { name: strings.accounts.connectForm.next }).click();
  await page.getByLabel(strings.accounts.connectForm.password, { exact: true }).fill(mailPassword);
  await form.page.getByText(strings.accounts.connectForm.imap).first().waitFor();
}

/** The demo on a port of its own, once it has printed that a morning's work is done. */
async function startDemo(): Promise<{ url: string; process: ChildProcess }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn("node", ["--disable-warning=ExperimentalWarning", "scripts/demo.ts"], {
    env: { ...process.env, PORT: String(port), APP_URL: url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.once("exit", () => child.kill());
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The demo ended with ${code}.`)));
    child.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("/demo")) resolve();
    });
  });
  return { url, process: child };
}
