/**
 * Takes every page of the demo at three widths, light and dark, into `.cache/screenshots`: to be looked at, and for the README. Names of
 * pictures, `--light` or `--dark`, and `--width=390` leave the others out; any other width is taken when it is asked for, as `--width=1180`.
 */
import { existsSync, mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { z } from "zod";
import { tourEnded } from "#lib/first-minutes";
import { forgetMails } from "./screenshots/drafts.ts";
import { sendExtremes } from "./screenshots/extreme-mails.ts";
import { bringTrouble, differenceShots, troubleShots } from "./screenshots/fault-shots.ts";
import { askAs, changePreferences } from "./screenshots/prepare.ts";
import { hasComeToRest, isGerman, strings, type Shot } from "./screenshots/shot.ts";
import { publicShots, setupShots, shots } from "./screenshots/shots.ts";
import { stateShots } from "./screenshots/state-shots.ts";
import { startDemo } from "./screenshots/start-demo.ts";
import { App } from "./support/app.ts";
import { ada, agentPassword } from "./support/people.ts";

const folder = isGerman ? ".cache/screenshots/german" : ".cache/screenshots";
const { values: flags, positionals: wanted } = parseArgs({
  options: {
    german: { type: "boolean" },
    light: { type: "boolean", default: false },
    dark: { type: "boolean", default: false },
    width: { type: "string", multiple: true },
  },
  allowPositionals: true,
});
type Size = { width: number; height: number };
const usual: readonly Size[] = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const sizes = flags.width
  ?.map(Number)
  .map((width) => usual.find((size) => size.width === width) ?? { width, height: 800 });
const isPhone = ({ width }: Size) => width < 864;
const desks = (sizes ?? usual).filter((size) => !isPhone(size));
const phones = (sizes ?? usual).filter(isPhone);
const schemes = (["light", "dark"] as const).filter((scheme) => flags[scheme] || flags.light === flags.dark);
/** A phone has fingers, and nothing that hovers. */
type Look = { scheme: "light" | "dark"; hasTouch: boolean; sizes: readonly Size[] };
const looks: readonly Look[] = schemes
  .flatMap((scheme) => [
    { scheme, hasTouch: false, sizes: desks },
    { scheme, hasTouch: true, sizes: phones },
  ])
  .filter(({ sizes }) => sizes.length > 0);

const Found = z.object({ items: z.array(z.object({ id: z.number(), subject: z.string() })) });

mkdirSync(folder, { recursive: true });
const demo = await startDemo();
// The demo has seen to the build.
const fresh = new App({ isBuilt: true });
// The system's browser where there is one; else Playwright's own.
const installed = "/usr/bin/chromium";
const browser = await chromium.launch({
  ...(existsSync(installed) && { executablePath: installed }),
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  await fresh.start();
  for (const look of looks) {
    const context = await open(browser, demo.url, look);
    await takeAll(await context.newPage(), look, publicShots);
    await signInToDemo(context);
    await takeAll(await context.newPage(), look, shots);
    await context.close();
  }
  await sendExtremes(demo.smtpPort);
  for (const look of looks) {
    const context = await open(browser, demo.url, look);
    await signInToDemo(context);
    await takeAll(await context.newPage(), look, stateShots);
    await context.close();
  }
  await takeSetup(browser);
} finally {
  await browser.close();
  await fresh.dispose();
  demo.process.kill("SIGTERM");
}

type Signed = Awaited<ReturnType<BrowserContext["storageState"]>>;

async function open(on: Browser, baseURL: string, look: Look, signed?: Signed): Promise<BrowserContext> {
  const context = await on.newContext({
    baseURL,
    colorScheme: look.scheme,
    hasTouch: look.hasTouch,
    locale: isGerman ? "de-DE" : "en-GB",
    timezoneId: "Europe/Berlin",
    ...(signed && { storageState: signed }),
  });
  context.setDefaultTimeout(15_000);
  return context;
}

async function signInToDemo(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto("/demo");
  await changePreferences(page, tourEnded);
  await forgetMails(page);
  await page.close();
}

/** The screens of the setup, on a server of its own that gets its mail from the demo's. */
async function takeSetup(on: Browser): Promise<void> {
  for (const look of looks) {
    const context = await open(on, fresh.url, look);
    await takeAll(await context.newPage(), look, [{ name: "setup", path: fresh.setupLink }]);
    await context.close();
  }
  const [first] = looks;
  if (!first) return;
  const context = await open(on, fresh.url, first);
  const page = await context.newPage();
  await page.goto(fresh.setupLink);
  await page.getByLabel(strings.auth.name).fill(ada.name);
  await page.getByLabel(strings.auth.emailAddress).fill(ada.address);
  await page.getByLabel(strings.auth.password, { exact: true }).fill(agentPassword);
  await page.getByRole("button", { name: strings.auth.setup.action }).click();
  await page.waitForURL("/setup/inbox");
  await askAs(page, "POST", "/api/accounts", {
    name: "Northwind Support",
    senderName: "Northwind",
    emailAddress: "support@northwind.test",
    password: "sample",
    mode: "two-way",
    imap: { host: "127.0.0.1", port: demo.imapPort, security: "none" },
    smtp: { host: "127.0.0.1", port: demo.smtpPort, security: "none" },
  });
  const signed = await context.storageState();
  const takeEach = async (all: readonly Shot[]) => {
    for (const look of looks) {
      const own = await open(on, fresh.url, look, signed);
      await takeAll(await own.newPage(), look, all);
      await own.close();
    }
  };
  await takeEach(setupShots);
  await takeEach(differenceShots(fresh));
  bringTrouble(fresh);
  await changePreferences(page, tourEnded);
  await takeEach(troubleShots);
  await context.close();
}

async function takeAll(page: Page, { scheme, sizes }: Look, all: readonly Shot[]): Promise<void> {
  for (const shot of all.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    for (const viewport of sizes) {
      if (viewport.width < 1000 ? shot.isWide : shot.isNarrow) continue;
      await page.setViewportSize(viewport);
      const path = `${folder}/${shot.name}-${viewport.width}-${scheme}.png`;
      await take(page, shot, path).catch((error: unknown) => process.stderr.write(`${path}: ${String(error)}\n`));
    }
    process.stdout.write(`${shot.name}, ${scheme}\n`);
    if (shot.name === "tour") await changePreferences(page, tourEnded);
  }
}

async function take(page: Page, shot: Shot, path: string): Promise<void> {
  await undoStrains(page);
  await page.goto(shot.subject === undefined ? shot.path : `${shot.path}/${await idOf(page, shot.subject)}`);
  if (shot.subject !== undefined) await conversationOf(page).getByRole("article").last().waitFor();
  await shot.prepare?.(page);
  await page.waitForLoadState("load");
  // Skeletons have gone, but for those that are shown for their own sake, and the letters are drawn.
  await page.waitForFunction(() => document.querySelector("main:not([data-gallery]) .animate-wait") === null);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(hasComeToRest);
  if (shot.isWhole) await growWhole(page);
  await page.screenshot({ path, animations: "disabled" });
}

/** As high as the page is: a picture beyond the window would be taken without the fingers that a phone has. */
async function growWhole(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  if (whole <= height) return;
  await page.setViewportSize({ width, height: whole });
  await page.evaluate(hasComeToRest);
}

/** What a picture before did to the browser. */
async function undoStrains(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.emulateMedia({ media: null, forcedColors: null, contrast: null });
  if (page.url() !== "about:blank") await page.evaluate(() => localStorage.removeItem("postroom.sidebar"));
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
