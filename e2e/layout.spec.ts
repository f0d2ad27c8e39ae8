import { z } from "zod";
import { Tag } from "#lib/contracts/conversation";
import { de } from "#lib/strings/de";
import { en } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { maria } from "./support/people.ts";
import { longPress, swipe } from "./support/touch.ts";

const settings = ["", "/accounts", "/accounts/1", "/accounts/connect", "/inboxes", "/agents", "/tags", "/sync-health", "/general", "/profile", "/security"]; // prettier-ignore
const paths = ["/inbox/open", "/inbox/trash", ...settings.map((path) => `/settings${path}`)];

/** Half of a usual window, as at 200 % zoom; and what WCAG 2.2 asks for (1.4.10), which is a small phone too. */
const sizes = [
  { width: 720, height: 450 },
  { width: 320, height: 568 },
];

test("every page fits a window of half the size and a small phone, in the longer language", async ({
  admin,
  supportMailbox,
}) => {
  const { page } = admin;
  await supportMailbox.receive({ from: maria, subject: "A question", text: "Is it ready?" });
  await admin.ask("PATCH", "/api/me", z.unknown(), { language: "de" });
  const faults: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const path of paths) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
      const found = [...(await page.evaluate(outOfSight)), ...(await page.evaluate(loneDots))];
      faults.push(...found.map((fault) => `${path} at ${size.width}: ${fault}`));
    }
    await page.goto("/inbox/open");
    await page.getByRole("main").getByRole("link", { name: "A question" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "A question" })).toBeVisible();
    faults.push(...(await page.evaluate(outOfSight)).map((fault) => `conversation at ${size.width}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

test("the tags of an open conversation can be read beside two other panes, in the longer language", async ({
  admin,
  supportMailbox,
}) => {
  const { page } = admin;
  await supportMailbox.receive({ from: maria, subject: "A question", text: "Is it ready?" });
  const tags = [
    await admin.ask("POST", "/api/tags", Tag, { name: "Wholesale", color: 0 }),
    await admin.ask("POST", "/api/tags", Tag, { name: "Delivery", color: 1 }),
  ];
  await admin.ask("PATCH", "/api/me", z.unknown(), { language: "de" });
  await page.goto("/inbox/open");
  await page.getByRole("main").getByRole("link", { name: "A question" }).click();
  await page.waitForURL(/\/open\/\d+$/);
  const id = Number(page.url().split("/").pop());
  await admin.ask("PUT", `/api/conversations/${id}/tags`, z.unknown(), { tagIds: tags.map((tag) => tag.id) });
  const head = page.getByRole("region", { name: de.conversation.region, exact: true });
  for (const width of [1110, 1180, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const { name } of tags) {
      const word = head.getByText(name, { exact: true });
      await expect(word).toBeInViewport({ ratio: 1 });
      expect(await word.evaluate((element) => element.scrollWidth <= element.clientWidth), `${name}, ${width}`).toBe(
        true,
      );
    }
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a swipe to the right closes a conversation, and a toast takes it back", async ({ admin, supportMailbox }) => {
    const { page, inbox } = admin;
    await supportMailbox.receive({ from: maria, subject: "A question", text: "Is it ready?" });
    await page.goto("/inbox/open");
    await swipe(page, inbox.conversation("A question"), 40);
    await expect(inbox.conversation("A question")).toBeVisible();
    await swipe(page, inbox.conversation("A question"), 160);
    await expect(inbox.conversation("A question")).toHaveCount(0);
    await inbox.undo();
    await expect(inbox.conversation("A question")).toBeVisible();
    await swipe(page, inbox.conversation("A question"), -160);
    await expect(inbox.toasts.first()).toContainText("Snoozed until");
    await expect(page).toHaveURL("/inbox/open");
  });

  test("the main acts are in reach of a thumb", async ({ admin, supportMailbox }) => {
    const { page, inbox } = admin;
    await supportMailbox.receive({ from: maria, subject: "A question", text: "Is it ready?" });
    await page.goto("/inbox/open");
    const bar = page.getByRole("navigation", { name: "Main actions" });
    await bar.getByRole("button", { name: "Search mail" }).click();
    await expect(inbox.search).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await inbox.conversation("A question").getByRole("link").click();
    await bar.getByRole("button", { name: "Reply" }).click();
    await expect(admin.composer.text).toBeVisible();
    await expect(bar).toBeHidden();
  });

  test("the bar below a conversation has all that its head has elsewhere", async ({ admin, supportMailbox }) => {
    const { page, inbox, conversation } = admin;
    const words = en.conversation;
    await supportMailbox.receive({ from: maria, subject: "A question", text: "Is it ready?" });
    await page.goto("/inbox/open");
    await inbox.conversation("A question").getByRole("link").tap();
    const bar = page.getByRole("navigation", { name: en.inbox.phoneBar });
    await bar.getByRole("button", { name: words.snooze }).tap();
    await expect(page.getByRole("option", { name: words.snoozes.tomorrow })).toBeInViewport();
    await page.keyboard.press("Escape");
    await bar.getByRole("button", { name: words.moreActions }).tap();
    await page.getByRole("menuitem", { name: en.folders.move }).tap();
    await expect(page.getByRole("option", { name: en.inbox.roles.archive })).toBeInViewport();
    await page.keyboard.press("Escape");
    await expect(bar.getByRole("button", { name: words.moreActions })).toBeFocused();
    for (const name of [en.common.back, words.snooze, words.close, words.archive, words.trash])
      await expect(conversation.region.getByRole("button", { name, exact: true })).toHaveCount(0);
    await bar.getByRole("button", { name: words.moreActions }).tap();
    await page.getByRole("menuitem", { name: words.archive }).tap();
    await expect(page).toHaveURL("/inbox/open");
    await expect(inbox.conversation("A question")).toHaveCount(0);
  });

  test("a long press opens the menu of a row, of a tag and of a mail, also where it is no right click", async ({
    admin,
    api,
    supportMailbox,
  }) => {
    const { page, inbox, conversation } = admin;
    const item = (name: string) => page.getByRole("menuitem", { name, exact: true });
    await supportMailbox.receive({ from: maria, subject: "A question", text: "Is it ready?" });
    await api.json("POST", "/api/tags", (value) => Tag.parse(value), { name: "Delivery", color: 0 });
    // As in Safari.
    await page.addInitScript(() => addEventListener("contextmenu", (event) => event.stopImmediatePropagation(), true));
    await page.goto("/inbox/open");
    await longPress(page, inbox.conversation("A question"), page.getByRole("menu"));
    await item(en.conversation.flag).tap();
    await expect(inbox.flag("A question")).toBeVisible();
    await expect(page).toHaveURL("/inbox/open");

    await page.getByRole("button", { name: en.inbox.openSidebar }).tap();
    await longPress(page, inbox.sidebar.getByRole("link", { name: "Delivery" }), page.getByRole("menu"));
    await expect(item(en.places.copyLink)).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");

    await inbox.conversation("A question").getByRole("link").tap();
    await longPress(page, conversation.messages.last().getByText(maria.address), page.getByRole("menu"));
    await item(en.composer.kinds.forward).tap();
    await expect(admin.composer.text).toBeVisible();
  });
});

test("without a network a page of our own says so, and at sign-out it goes with the session", async ({ admin }) => {
  const { page, context, inbox } = admin;
  await admin.ask("PATCH", "/api/me", z.unknown(), { language: "de" });
  await page.goto("/inbox/open");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.goto("/settings/profile");
  await expect(page.getByRole("heading", { name: de.live.offlinePage.title })).toBeVisible();
  await context.setOffline(false);
  await admin.ask("PATCH", "/api/me", z.unknown(), { language: null });
  await page.goto("/inbox/open");
  expect(await page.evaluate(() => caches.keys())).toEqual(["postroom-offline"]);
  await inbox.signOut();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

/** In the page: what makes it scroll sideways, and every control that lies beside the window. */
function outOfSight(): string[] {
  const width = document.documentElement.clientWidth;
  const scrolls = document.documentElement.scrollWidth > width ? ["scrolls sideways"] : [];
  const isScrolled = (element: Element) => {
    for (let parent = element.parentElement; parent; parent = parent.parentElement)
      if (/auto|scroll/.test(getComputedStyle(parent).overflowX) && parent.scrollWidth > parent.clientWidth)
        return true;
    return false;
  };
  const beside = [...document.querySelectorAll("main button, main a, main input, main h1, main h2")].filter(
    (element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      const isShown = own > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      return isShown && (left < -1 || right > width + 1) && !isScrolled(element);
    },
  );
  return [...scrolls, ...beside.map((element) => `${element.tagName} “${element.textContent.trim().slice(0, 40)}”`)];
}

/** In the page: dots between facts that stand in sight at the beginning or the end of a line. */
function loneDots(): string[] {
  const isBeside = (range: Range, dot: DOMRect) =>
    [...range.getClientRects()].some(({ top, bottom, width }) => width > 1 && top < dot.bottom && bottom > dot.top);
  const faults: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf("·") ?? -1;
    const line = node.parentElement?.closest("p, li, dd, td, a, span.block, div");
    if (at === -1 || !line) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const dot = range.getBoundingClientRect();
    const cut = Number(/inset\(.* ([\d.]+)px\)/.exec(getComputedStyle(line).clipPath)?.[1] ?? 0);
    if (dot.width === 0 || dot.left < line.getBoundingClientRect().left + cut) continue;
    const [before, after] = [document.createRange(), document.createRange()];
    before.setStart(line, 0);
    before.setEnd(node, at);
    after.setStart(node, at + 1);
    after.setEnd(line, line.childNodes.length);
    if (!isBeside(before, dot) || !isBeside(after, dot)) faults.push(`a lone dot in “${line.textContent}”`);
  }
  return faults;
}
