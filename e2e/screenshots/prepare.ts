/** What somebody did on a page before its picture was taken. */
import type { Page } from "@playwright/test";
import { z } from "zod";
import { tourDue } from "#lib/first-minutes";
import { ConnectPage } from "../pages/connect-page.ts";
import { mailPassword, support } from "../support/people.ts";
import { hasComeToRest, isGerman, strings } from "./shot.ts";

const Listed = z.object({ items: z.array(z.object({ id: z.number() })) });

export async function compare(page: Page): Promise<void> {
  await page.getByRole("button", { name: strings.health.comparison.now }).click();
  const result = page.getByRole("region", { name: strings.health.comparison.title });
  await result.getByText(/\d (of|von) \d.* (equal|gleich)/).waitFor();
  await pointNowhere(page);
}

/** So that nothing that was clicked, and nothing that came up below the pointer, looks as if it were about to be. */
export const pointNowhere = (page: Page) => page.mouse.move(0, 0);

export async function reply(page: Page): Promise<void> {
  const text = page.getByRole("textbox", { name: strings.composer.text, exact: true });
  // The draft of the picture before opens by itself, a little later.
  await page.evaluate(hasComeToRest);
  if (!(await text.isVisible())) await page.keyboard.press("r");
  await text.click();
  await text.fill("Thank you for writing. The new price list is attached; it holds until the end of March.");
}

export async function fillAddress(page: Page): Promise<void> {
  const form = new ConnectPage(page);
  await page.getByLabel(strings.accounts.connectForm.emailAddress).fill(support.address);
  await page.getByRole("button", { name: strings.accounts.connectForm.next }).click();
  await page.getByLabel(strings.accounts.connectForm.password, { exact: true }).fill(mailPassword);
  await form.page.getByText(strings.accounts.connectForm.imap).first().waitFor();
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  await page.evaluate(hasComeToRest);
  for (const key of keys) await page.keyboard.press(key);
}

/** The address of a provider that people sign in at. */
export async function fillProvider(page: Page): Promise<void> {
  await page.getByLabel(strings.accounts.connectForm.emailAddress).fill("northwind@gmail.com");
  await page.getByRole("button", { name: strings.accounts.connectForm.next }).click();
  await page.getByText("Google").first().waitFor();
}

export async function openRowMenu(page: Page): Promise<void> {
  const row = page.getByRole("list", { name: strings.inbox.conversations }).getByRole("listitem").nth(2);
  await page.evaluate(hasComeToRest);
  await row.click({ button: "right" });
  await page.getByRole("menu").waitFor();
}

export async function suggest(page: Page): Promise<void> {
  await press(page, "/");
  await page.keyboard.type("from:ma");
  await page.evaluate(hasComeToRest);
}

export async function unfoldFolders(page: Page): Promise<void> {
  await page.evaluate(hasComeToRest);
  const views = page.getByRole("navigation", { name: strings.inbox.navigation });
  const account = views.getByRole("button", { name: strings.inbox.expandAccount("Support") });
  // Where the page is narrow, the sidebar is as well.
  if (!(await account.isVisible())) await views.getByRole("button", { name: strings.inbox.collapseSidebar }).click();
  if ((await account.getAttribute("aria-expanded")) === "false") await account.dispatchEvent("click");
  await page.mouse.move(0, 0);
}

export async function newFolder(page: Page): Promise<void> {
  await page.getByRole("button", { name: strings.folders.create }).first().click();
  await page.getByRole("dialog").waitFor();
}

export async function openFile(page: Page): Promise<void> {
  await page.getByRole("region", { name: strings.conversation.files }).getByRole("button").first().click();
  await page.getByRole("dialog").waitFor();
}

export async function findSetting(page: Page): Promise<void> {
  await page.getByRole("searchbox", { name: strings.settings.find.label }).fill(isGerman ? "farbe" : "colour");
}

export async function findCommand(page: Page): Promise<void> {
  await press(page, "ControlOrMeta+k");
  await page.keyboard.type("s");
}

/** As it is for who is new. */
export async function beginTour(page: Page): Promise<void> {
  await changePreferences(page, tourDue);
  await page.reload();
  await page.getByRole("dialog").waitFor();
}

let invitation: Promise<Record<string, unknown>> | undefined;

/** The link of an invitation; one for all pictures, as whom it invites stays among the agents. */
export async function visitInvitation(page: Page): Promise<void> {
  const person = { name: "Nora Vik", emailAddress: "nora@northwind.test" };
  invitation ??= askAs(page, "POST", "/api/invitations", person);
  const { url } = await invitation;
  await page.goto(new URL(String(url)).pathname);
}

export async function refuse(page: Page): Promise<void> {
  await page.getByLabel(strings.auth.emailAddress).fill("ada@northwind.test");
  await page.getByLabel(strings.auth.password, { exact: true }).fill("not her password");
  await page.getByRole("button", { name: strings.auth.signIn.action }).click();
  await page.getByRole("alert").first().waitFor();
}

export async function changePreferences(page: Page, preferences: Record<string, unknown>): Promise<void> {
  await askAs(page, "PATCH", "/api/me", { preferences });
}

/** Throws away what a list holds that the pictures before have left. @returns how much it was */
export async function forget(page: Page, path: string): Promise<number> {
  const { items } = Listed.parse(await askAs(page, "GET", path));
  for (const { id } of items) await askAs(page, "DELETE", `${path.split("?")[0]}/${id}`);
  return items.length;
}

export async function askAs(
  page: Page,
  method: string,
  path: string,
  data?: unknown,
): Promise<Record<string, unknown>> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.fetch(`${origin}${path}`, { method, headers: { origin }, data });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  const text = await answer.text();
  return text === "" ? {} : JSON.parse(text);
}
