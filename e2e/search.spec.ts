import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { maria } from "./support/people.ts";

const words = strings.search;

test("what is typed is found as it is typed, shown where it stands, and the URL keeps it", async ({
  admin,
  supportMailbox,
}) => {
  await supportMailbox.receive({ from: maria, subject: "Rückgabe", text: "Der Drucker aus Łódź brennt seit gestern." });
  await supportMailbox.receive({ from: maria, subject: "Something else", text: "Nothing burns here." });
  const { inbox, page } = admin;
  await inbox.goTo();
  await expect(inbox.conversation("Rückgabe")).toBeVisible();
  await page.keyboard.press("/");
  await expect(inbox.search).toBeFocused();
  await inbox.search.pressSequentially("lodz bren");
  await expect(inbox.conversations).toHaveCount(1);
  await expect(inbox.conversation("Rückgabe").locator("mark")).toHaveText(["Łódź", "brennt"]);
  await expect(page).toHaveURL(/q=lodz\+bren/);
  await page.keyboard.press("Enter");
  await page.reload();
  await expect(inbox.conversations).toHaveCount(1);
  await inbox.open("Rückgabe");
  await expect.poll(() => page.evaluate(() => CSS.highlights.get("found")?.size)).toBeGreaterThan(1);
});

test("a search can be cleared at every width, by the field or beside the sidebar that has no room for it", async ({
  admin,
}) => {
  const { inbox, page } = admin;
  await inbox.goTo();
  await page.goto("/inbox/all?q=kettle");
  const clear = page.getByRole("button", { name: strings.inbox.clearSearch }).filter({ visible: true });
  for (const width of [390, 1024, 1200, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(clear, `at ${width}`).toHaveCount(1);
  }
  await page.setViewportSize({ width: 1200, height: 800 });
  await clear.click();
  await expect(page).toHaveURL(/\/inbox\/open$/);
});

test("operators, people and what was searched before are offered, all by keyboard", async ({
  admin,
  supportMailbox,
}) => {
  await supportMailbox.receive({ from: maria, subject: "From Maria" });
  await supportMailbox.receive({ from: { name: "Zoe", address: "zoe@elsewhere.test" }, subject: "From Zoe" });
  const { inbox, page } = admin;
  await inbox.goTo();
  await expect(inbox.conversation("From Zoe")).toBeVisible();
  const options = page.getByRole("option");
  await inbox.search.focus();
  await expect(options.filter({ hasText: "from:" })).toContainText(words.operators.from.help);
  await inbox.search.pressSequentially("fro");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect(inbox.search).toHaveValue("from:");
  await expect(async () => {
    await inbox.search.fill("from:zo");
    await expect(options.filter({ hasText: "zoe@elsewhere.test" })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(inbox.search).toHaveValue("from:zoe@elsewhere.test ");
  await page.keyboard.press("Enter");
  await expect(inbox.conversations).toHaveCount(1);
  await page.getByRole("button", { name: strings.inbox.clearSearch }).click();
  await inbox.search.focus();
  await expect(options.first()).toHaveText("from:zoe@elsewhere.test");
});

test("a mistake is told under its place, and what finds nothing teaches how to ask", async ({ admin }) => {
  const { inbox, page } = admin;
  await page.goto(`/inbox/all?q=${encodeURIComponent("printer fromm:ada")}`);
  const alert = page.getByRole("region", { name: strings.inbox.conversations }).getByRole("alert");
  await expect(alert.locator("mark")).toHaveText("fromm:");
  await expect(alert).toContainText("Did you mean “from:”?");
  await inbox.search.fill("is:purple");
  await expect(inbox.search).toHaveAttribute("aria-invalid", "true");
  await inbox.find("nosuchwordanywhere");
  await expect(page.getByText(words.noResults.title)).toBeVisible();
  await page.getByRole("link", { name: words.operators.is.example }).click();
  await expect(page).toHaveURL(/q=is%3Aunseen/);
});

test("a search is saved, shared, renamed and removed in the sidebar", async ({ admin, colleague, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Urgent thing" });
  const { inbox, page } = admin;
  await inbox.goTo();
  await expect(inbox.conversation("Urgent thing")).toBeVisible();
  await colleague.inbox.goTo();
  await inbox.find("urgent");
  await page.getByRole("button", { name: words.saveSearch }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(words.dialog.name).fill("Burning");
  await dialog.getByLabel(words.dialog.shared).click();
  await dialog.getByRole("button", { name: words.dialog.save }).click();
  await expect(inbox.sidebar.getByRole("link", { name: "Burning" })).toBeVisible();
  await colleague.inbox.sidebar.getByRole("link", { name: "Burning" }).click();
  await expect(colleague.inbox.conversation("Urgent thing")).toBeVisible();
  await expect(colleague.page.getByRole("button", { name: words.viewMenu("Burning") })).toHaveCount(0);
  await page.getByRole("button", { name: words.viewMenu("Burning") }).click();
  await page.getByRole("menuitem", { name: words.renameView }).click();
  await dialog.getByLabel(words.dialog.name).fill("On fire");
  await dialog.getByRole("button", { name: words.dialog.save }).click();
  await expect(colleague.inbox.sidebar.getByRole("link", { name: "On fire" })).toBeVisible();
  await page.getByRole("button", { name: words.viewMenu("On fire") }).click();
  await page.getByRole("menuitem", { name: words.removeView }).click();
  await expect(colleague.inbox.sidebar.getByRole("link", { name: "On fire" })).toHaveCount(0);
});
