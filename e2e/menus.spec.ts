import { en as strings } from "#lib/strings/en";
import { Tag } from "#lib/contracts/conversation";
import { expect, test } from "./fixtures.ts";
import { maria, support } from "./support/people.ts";

const { places, conversation: words } = strings;

test("what is pointed at has a menu: accounts, folders, tags, rows, mails and files, by pointer and by key", async ({
  admin,
  api,
  supportMailbox,
}) => {
  const file = { filename: "offer.txt", content: "Twelve pots, 240 €." };
  await supportMailbox.receive({ from: maria, subject: "An offer", attachments: [file] });
  await supportMailbox.receive({ from: maria, subject: "A question" });
  await api.json("POST", "/api/tags", (value) => Tag.parse(value), { name: "Delivery", color: 0 });
  const { page, inbox, conversation, composer } = admin;
  const item = (name: string) => page.getByRole("menuitem", { name, exact: true });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await inbox.goTo();
  await expect(inbox.unseenMark("An offer")).toBeVisible();

  await inbox.sidebar.getByRole("link", { name: support.address }).click({ button: "right" });
  await item(places.markAllSeen).click();
  await expect(inbox.unseenMark("An offer")).toBeHidden();
  await expect(inbox.unseenMark("A question")).toBeHidden();
  await inbox.undo();
  await expect(inbox.unseenMark("An offer")).toBeVisible();

  const tag = inbox.sidebar.getByRole("link", { name: "Delivery" });
  await tag.focus();
  await page.keyboard.press("Shift+F10");
  await item(strings.settings.edit).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Shipping");
  await page.keyboard.press("Enter");
  await inbox.sidebar.getByRole("link", { name: "Shipping" }).click({ button: "right" });
  await item(places.copyLink).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/inbox\/open\?tag=\d+$/);

  await inbox.sidebar.getByRole("button", { name: /^Folders of/ }).click();
  await inbox.sidebar.getByRole("link", { name: "Archive" }).last().click({ button: "right" });
  await item(places.search).click();
  await expect(page).toHaveURL(/q=account%3A/);
  await page.goBack();

  await inbox.conversation("An offer").getByRole("link").focus();
  await page.keyboard.press("Shift+F10");
  await item(words.flag).click();
  await expect(inbox.flag("An offer")).toBeVisible();
  await inbox.open("An offer");
  await conversation.region.getByText(file.filename).click({ button: "right" });
  await expect(page.getByRole("menu")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toContainText("Twelve pots");
  await page.keyboard.press("Escape");
  await conversation.messages.last().getByText(maria.address).first().click({ button: "right" });
  await item(strings.composer.kinds.forward).click();
  await expect(composer.text).toBeVisible();
  await conversation.region.getByRole("button", { name: words.moreActions }).first().click();
  await expect(item(words.print), "the menu of the head offers the same acts").toBeVisible();
});
