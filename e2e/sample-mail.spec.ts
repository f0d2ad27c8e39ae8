import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { ada } from "./support/people.ts";

test.slow();

test("who has no mailbox looks around with sample mail, sends none of it, and removes it whole", async ({
  app,
  openDesk,
}) => {
  const { sample } = strings;
  const { page, setup, inbox, composer, conversation } = await openDesk(ada, app);
  await page.goto(app.setupLink);
  await setup.sayWho(ada);
  await setup.nameInbox({ team: "Acme", inbox: "Hello", color: strings.settings.colors[0] ?? "" });
  await setup.skip();
  await page.getByRole("button", { name: sample.offer }).click();
  await expect(page).toHaveURL("/inbox/open");
  const banner = page.getByRole("complementary", { name: sample.text });
  await expect(banner).toBeVisible();
  await page.keyboard.press("Escape");
  await inbox.open("48213");
  await expect(conversation.region).toContainText("Third cracked lid this month");
  await expect(conversation.region.getByText("lid-crack.jpg").first(), "its files are there").toBeVisible();
  await composer.reply("A new lid is on its way.");
  await expect(page.getByText(sample.notSent)).toBeVisible();
  await composer.send();
  await expect(page.getByRole("listitem").filter({ hasText: sample.notSent })).toBeVisible();
  await expect(composer.text, "what was written stays").toContainText("A new lid");
  await page.keyboard.press("Escape");

  await banner.getByRole("button", { name: sample.remove }).click();
  await expect(banner).toHaveCount(0);
  await expect(inbox.conversation("48213")).toHaveCount(0);
  await expect(inbox.sidebar).not.toContainText("Wholesale");
  await page.goto("/inbox/open");
  await expect(page.getByRole("button", { name: sample.offer }), "it can be had again").toBeVisible();
});
