/** What is seen rarely, or only by who has less luck: mistakes, ends, questions before an act, mail that strains the page. */
import type { Page } from "@playwright/test";
import { beginMails } from "./drafts.ts";
import { extreme } from "./extreme-mails.ts";
import { forget, pointNowhere, press } from "./prepare.ts";
import { hasComeToRest, strings, type Shot } from "./shot.ts";

const subject = "Wholesale price list";
const path = "/inbox/open";

const rests = (page: Page) => page.evaluate(hasComeToRest);

async function chooseOf(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole("button", { name: menu }).first().click();
  await page.getByRole("menuitem", { name: item }).click();
  await page.getByRole("dialog").waitFor();
}

const ofAccount = (item: string) => (page: Page) => chooseOf(page, strings.accounts.menuLabel(""), item);

async function goOffline(page: Page): Promise<void> {
  await rests(page);
  await page.context().setOffline(true);
  await page.getByText(strings.live.offline).waitFor();
}

async function hoverName(page: Page): Promise<void> {
  await rests(page);
  await page.getByRole("article").last().getByRole("button", { name: "Ben Carter" }).first().hover();
  await page.getByRole("dialog").waitFor();
}

async function openDetails(page: Page): Promise<void> {
  await rests(page);
  await page.getByRole("article").last().getByRole("button", { name: strings.conversation.moreActions }).click();
  await page.getByRole("menuitem", { name: strings.conversation.details }).click();
  await page.getByRole("dialog").waitFor();
}

async function openMore(page: Page): Promise<void> {
  await rests(page);
  await page.getByRole("button", { name: strings.conversation.moreActions }).first().click();
  await page.getByRole("menu").waitFor();
}

async function exportAll(page: Page): Promise<void> {
  await forget(page, "/api/transfers");
  await ofAccount(strings.transfers.export.menu)(page);
  await page.getByRole("dialog").getByRole("button", { name: strings.transfers.export.action, exact: true }).click();
  await page.goto("/settings/transfers");
  await page.getByRole("link", { name: strings.transfers.download }).first().waitFor();
}

/** On a phone, where it slides over the list. */
async function openSidebar(page: Page): Promise<void> {
  await rests(page);
  await page.getByRole("button", { name: strings.inbox.openSidebar }).click();
  const account = page.getByRole("button", { name: strings.inbox.expandAccount("Support") });
  if ((await account.getAttribute("aria-expanded")) === "false") await account.click();
}

async function openBarMenu(page: Page): Promise<void> {
  await rests(page);
  const bar = page.getByRole("navigation", { name: strings.inbox.phoneBar });
  await bar.getByRole("button", { name: strings.conversation.moreActions }).click();
  await page.getByRole("menu").waitFor();
}

/** As much mail as a team gathers in years. */
async function countHigh(page: Page): Promise<void> {
  await page.route("**/api/counts*", async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replaceAll(/:(\d+)(?=[,}])/g, ":12$1845");
    await route.fulfill({ response: answer, body: text });
  });
  // One of the two changes something, and has the counts read again.
  await press(page, "j", "Shift+I", "Shift+U");
  await page
    .getByText(/\d[.,]\d{3}[.,]845/)
    .filter({ visible: true })
    .first()
    .waitFor();
}

async function addToken(page: Page): Promise<void> {
  await page.getByRole("button", { name: strings.settings.security.addToken }).first().click();
  await page.getByRole("dialog").waitFor();
  await pointNowhere(page);
}

async function openOwnMenu(page: Page): Promise<void> {
  await page.getByRole("button", { name: strings.inbox.agentMenu }).click();
  await page.getByRole("menu").waitFor();
}

/** As a window half as wide and high sees it. */
async function zoom(page: Page): Promise<void> {
  await page.setViewportSize({ width: 720, height: 450 });
}

export const stateShots: Shot[] = [
  { name: "search-mistake", path: "/inbox/all?q=befor%3A2026%20%22open" },
  { name: "tag-menu", path, subject, prepare: (page) => press(page, "t") },
  { name: "assignee-menu", path, subject, prepare: (page) => press(page, "Shift+A") },
  { name: "more-menu", path, subject, prepare: openMore },
  { name: "sidebar", path, prepare: openSidebar, isNarrow: true },
  { name: "bar-menu", path, subject, prepare: openBarMenu, isNarrow: true },
  { name: "contact-card", path, subject, prepare: hoverName, isWide: true },
  { name: "details", path, subject, prepare: openDetails },
  { name: "note", path, subject, prepare: (page) => press(page, "n") },
  { name: "toast", path, prepare: (page) => press(page, "j", "s") },
  { name: "offline", path, subject, prepare: goOffline },
  { name: "long-list", path, prepare: countHigh },
  { name: "long-mail", path, subject: extreme.long },
  { name: "right-to-left", path, subject: extreme.rightToLeft },
  { name: "meeting", path, subject: extreme.meeting },
  { name: "drafts", path: "/inbox/drafts", prepare: beginMails },
  { name: "print", path, subject, prepare: (page) => page.emulateMedia({ media: "print" }), isWhole: true },
  { name: "zoomed", path, subject, prepare: zoom, isWide: true },
  { name: "forced-colours", path, subject, prepare: (page) => page.emulateMedia({ forcedColors: "active" }) },
  { name: "more-contrast", path, subject, prepare: (page) => page.emulateMedia({ contrast: "more" }) },
  {
    name: "account-menu",
    path: "/settings/accounts",
    prepare: (page) =>
      page
        .getByRole("button", { name: strings.accounts.menuLabel("") })
        .first()
        .click(),
  },
  { name: "edit-account", path: "/settings/accounts", prepare: ofAccount(strings.accounts.edit) },
  { name: "account-password", path: "/settings/accounts", prepare: ofAccount(strings.accounts.newPassword) },
  { name: "remove-account", path: "/settings/accounts", prepare: ofAccount(strings.accounts.remove) },
  { name: "export", path: "/settings/accounts", prepare: ofAccount(strings.transfers.export.menu) },
  { name: "import", path: "/settings/accounts", prepare: ofAccount(strings.transfers.import.menu) },
  { name: "copy", path: "/settings/accounts", prepare: ofAccount(strings.transfers.copy.menu) },
  { name: "exported", path: "/settings/accounts", prepare: exportAll },
  {
    name: "agent-menu",
    path: "/settings/agents",
    prepare: (page) => page.getByRole("button", { name: strings.agents.menuLabel("Tom Sand") }).click(),
  },
  {
    name: "invite",
    path: "/settings/agents",
    prepare: (page) => page.getByRole("button", { name: strings.agents.invite }).click(),
  },
  {
    name: "new-inbox",
    path: "/settings/inboxes",
    prepare: (page) => page.getByRole("button", { name: strings.settings.inboxes.add }).click(),
  },
  {
    name: "remove-tag",
    path: "/settings/tags",
    prepare: (page) => page.getByRole("button", { name: strings.settings.tags.removeLabel("Refund") }).click(),
  },
  { name: "new-token", path: "/settings/security", prepare: addToken },
  { name: "own-menu", path, prepare: openOwnMenu, isWide: true },
  { name: "not-found", path: "/nowhere" },
  { name: "conversation-gone", path: "/inbox/open/999999" },
];
