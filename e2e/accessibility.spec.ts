import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { ada, maria } from "./support/people.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("axe finds nothing on the sign-in page", async ({ app, openDesk }) => {
      const { page, signIn } = await openDesk(ada, app);
      await signIn.goTo();
      await expect(signIn.password).toBeVisible();
      expect.soft(await faultsOf(page)).toEqual([]);
    });

    test("axe finds nothing on the inbox, a conversation, the accounts and their health", async ({
      admin,
      supportMailbox,
    }) => {
      const { page, inbox, conversation, composer, accounts, health } = admin;
      await supportMailbox.receive({ from: maria, subject: "A question", text: "Is it ready?\n\n> It is on its way" });
      await supportMailbox.receive({ from: maria, subject: "A newsletter", html: "<h1>News</h1><p>All is well.</p>" });
      await inbox.goTo();
      await expect(inbox.conversations).toHaveCount(2);
      expect.soft(await faultsOf(page)).toEqual([]);

      await inbox.open("A newsletter");
      await expect(conversation.body().getByText("All is well.")).toBeVisible();
      expect.soft(await faultsOf(page)).toEqual([]);

      await inbox.open("A question");
      await composer.reply("Soon.");
      expect.soft(await faultsOf(page)).toEqual([]);

      await accounts.goTo();
      await expect(accounts.accounts).toContainText("Live");
      expect.soft(await faultsOf(page)).toEqual([]);

      await health.goTo();
      await health.compare();
      await expect(health.result).toContainText("2 of 2 equal");
      expect.soft(await faultsOf(page)).toEqual([]);
    });
  });
}

/** What axe finds, in words; a mail's own HTML, in a frame where no script runs, is not ours to judge. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ iframes: false }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}
