import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Tag } from "#lib/contracts/conversation";
import { en as strings } from "#lib/strings/en";
import { maria } from "./support/people.ts";

test("a row that is dragged to Mine is one's own, and is nobody's once it is dragged to Unassigned", async ({
  admin,
  supportMailbox,
}) => {
  await supportMailbox.receive({ from: maria, subject: "Broken kettle" });
  const { inbox } = admin;
  await inbox.goTo();
  const row = inbox.conversation("Broken kettle");
  const { mine, unassigned } = strings.inbox.views;
  const view = (name: string) => inbox.sidebar.getByRole("link", { name: new RegExp(`^${name}`) });
  await expect(view(unassigned)).toContainText("1");
  await row.hover();
  await expect(row).toHaveAttribute("draggable", "true");
  await row.dragTo(view(mine));
  await expect(view(mine)).toContainText("1");
  await expect(view(unassigned)).not.toContainText("1");
  await row.dragTo(view(unassigned));
  await expect(view(unassigned)).toContainText("1");
  await expect(view(mine)).not.toContainText("1");
});

test("a row is dragged to a tag, and everything else is a right click away", async ({ admin, supportMailbox }) => {
  await admin.ask("POST", "/api/tags", Tag, { name: "Refund", color: 2 });
  await supportMailbox.receive({ from: maria, subject: "Broken kettle" });
  const { page, inbox } = admin;
  await inbox.goTo();
  const row = inbox.conversation("Broken kettle");
  await row.hover();
  await expect(row).toHaveAttribute("draggable", "true");
  await row.dragTo(inbox.sidebar.getByRole("link", { name: /^Refund/ }));
  await expect(row).toContainText("Refund");

  // What a button does, and its key, is told to whoever points at it or comes to it by keyboard.
  const tip = page.getByRole("tooltip");
  const fold = inbox.sidebar.getByRole("button", { name: strings.inbox.collapseSidebar });
  await fold.hover();
  await expect(tip).toContainText(`${strings.inbox.collapseSidebar}[`);
  await tip.hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
  await fold.focus();
  await page.keyboard.press("Tab");
  await expect(tip).toContainText(strings.composer.kinds.new);
  await page.keyboard.press("Shift+Tab");
  await expect(tip).toContainText(strings.inbox.collapseSidebar);

  await row.click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Flag/ }).click();
  await expect(inbox.flag("Broken kettle")).toBeVisible();
  await row.getByRole("link").focus();
  await row.click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Archive/ }).click();
  await expect(row).toBeHidden();
  await expect.poll(() => supportMailbox.has("Broken kettle", "Archive")).toBe(true);
});

test("an act that the server refuses is taken back, with the reason", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Stays open" });
  const { page, inbox } = admin;
  await inbox.goTo();
  await expect(inbox.conversation("Stays open")).toBeVisible();
  await page.route("**/api/conversations/acts", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({
        type: "about:blank",
        title: "Unavailable",
        status: 503,
        code: "unavailable",
        detail: "The database is being restored.",
        requestId: "1",
      }),
    }),
  );
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await expect(inbox.toasts.filter({ hasText: "“Closed” did not work" })).toContainText("as it was before");
  await expect(inbox.conversation("Stays open")).toBeVisible();
});

test("what was read is there without a network, until its reader signs out", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Read before", text: "The kettle is blue." });
  const { page, inbox } = admin;
  await inbox.goTo();
  await inbox.open("Read before");
  await expect(page.getByRole("article")).toContainText("The kettle is blue.");
  await expect.poll(() => keptText(page), { timeout: 15_000 }).toContain("The kettle is blue.");

  await page.goto("/inbox/open");
  await expect(inbox.conversation("Read before")).toBeVisible();
  await page.route("**/api/**", (route) => route.abort());
  await inbox.open("Read before");
  await expect(page.getByRole("article")).toContainText("The kettle is blue.");

  await page.unroute("**/api/**");
  await inbox.signOut();
  await expect(page).toHaveURL(/sign-in/);
  expect(await keptText(page)).not.toContain("kettle");
});

/** Everything that this browser's database holds, as text. */
function keptText(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("postroom");
        opening.addEventListener("error", () => reject(new Error("The database does not open.")));
        opening.addEventListener("success", () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains("cache")) {
            database.close();
            return resolve("");
          }
          const asking = database.transaction("cache").objectStore("cache").getAll();
          asking.addEventListener("success", () => {
            database.close();
            resolve(JSON.stringify(asking.result));
          });
          return undefined;
        });
      }),
  );
}
