import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { Faults } from "./support/faults.ts";
import { ada, mailPassword, maria, support } from "./support/people.ts";

// Each looks at some twenty states of the page, twice.
test.slow();

test("axe finds nothing on the pages of who is not signed in", async ({ app, openDesk, startApp, setUp }) => {
  const { page, signIn } = await openDesk(ada, app);
  const faults = new Faults(page);
  await page.goto(app.setupLink);
  await faults.look("setup");
  await page.getByRole("button", { name: strings.auth.setup.action }).click();
  await faults.look("setup, wrong");
  await page.goto("/setup?token=none");
  await faults.look("setup, ended");
  await page.goto("/invite/none");
  await faults.look("invitation, ended");
  await signIn.goTo();
  await faults.look("sign-in");
  await signIn.signIn(ada.address, "wrong");
  await expect(signIn.problem).toBeVisible();
  await faults.look("sign-in, wrong");

  const other = await startApp();
  const admin = await setUp(other);
  const link = await (await admin.page.goto("/settings/agents"), admin.agents.invite(maria));
  const invited = await openDesk(maria, other);
  await invited.page.goto(link);
  const invitation = new Faults(invited.page);
  await invitation.look("invitation");
  await invited.page.goto("/nowhere.html");
  await invitation.look("not found");
  expect([...faults.found, ...invitation.found]).toEqual([]);
});

test("axe finds nothing on the inbox and all that opens there", async ({ admin, supportMailbox }) => {
  const { page, inbox } = admin;
  const faults = new Faults(page);
  await supportMailbox.receive({ from: maria, subject: "A question", text: "Is it ready?\n\n> It is on its way" });
  await supportMailbox.receive({ from: maria, subject: "A newsletter", html: "<h1>News</h1><p>All is well.</p>" });
  await inbox.goTo();
  await expect(inbox.conversations).toHaveCount(2);
  await faults.lookAtMenus("inbox");
  await faults.lookAtDialog("palette", () => page.keyboard.press("Control+k"));
  await faults.lookAtDialog("keys", () => page.keyboard.press("?"));
  await faults.lookAtDialog("new mail", () => page.keyboard.press("c"));
  await inbox.conversation("A question").getByRole("link").focus();
  await page.keyboard.press("x");
  await faults.lookAtMenus("selection");
  await page.keyboard.press("x");

  await page.goto("/inbox/junk");
  await faults.look("empty view");
  await inbox.find("zeppelin");
  await expect(page.getByText(strings.search.noResults.title)).toBeVisible();
  await faults.look("nothing found");
  expect(faults.found).toEqual([]);
});

test("axe finds nothing on a conversation and all that opens there", async ({ admin, supportMailbox }) => {
  const { page, inbox, conversation, composer } = admin;
  const faults = new Faults(page);
  await supportMailbox.receive({ from: maria, subject: "A question", text: "Is it ready?\n\n> It is on its way" });
  const html = "<h1>News</h1><p>All is well.</p>";
  const attachments = [{ filename: "list.txt", content: "One, two", contentType: "text/plain" }];
  await supportMailbox.receive({ from: maria, subject: "A newsletter", html, attachments });
  await inbox.goTo();
  await inbox.open("A newsletter");
  await expect(conversation.body().getByText("All is well.")).toBeVisible();
  await faults.lookAtMenus("conversation", conversation.region);
  await page.getByRole("button", { name: strings.conversation.moreActions }).last().click();
  await faults.lookAtDialog("details", page.getByRole("menuitem", { name: strings.conversation.details }));
  await page.keyboard.press("i");
  await faults.look("contact");

  const { files } = strings.conversation;
  await faults.lookAtDialog("a file", page.getByRole("region", { name: files }).getByRole("button").first());

  await inbox.open("A question");
  await composer.reply("Soon.");
  await faults.lookAtMenus("answer", conversation.region);
  await composer.send();
  await expect(inbox.toasts.first()).toBeVisible();
  await faults.look("toast");

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/inbox/open");
  await faults.look("inbox on a phone");
  await faults.lookAtDialog("sidebar on a phone", page.getByRole("button", { name: strings.inbox.openSidebar }));
  await inbox.open("A newsletter");
  await faults.lookAtMenus("conversation on a phone", conversation.region);
  expect(faults.found).toEqual([]);
});

test("axe finds nothing on the accounts and all that opens there", async ({ admin, mailServer, connect }) => {
  const { page, accounts } = admin;
  const faults = new Faults(page);
  const account = await connect(support);

  await accounts.goTo();
  await expect(accounts.accounts).toContainText("Live");
  await faults.lookAtMenus("accounts", page.getByRole("main"));
  await page.goto(`/settings/accounts/${account.id}`);
  await expect(accounts.folders.first()).toBeVisible();
  await faults.lookAtMenus("account", page.getByRole("main"));

  const words = strings.accounts.connectForm;
  await page.goto("/settings/accounts/connect");
  await page.getByRole("button", { name: words.next }).click();
  await faults.look("connect, wrong");
  await admin.connect.check({ ...mailServer.account(support), password: "wrong" });
  await expect(admin.connect.problems).toBeVisible();
  await faults.lookAtMenus("connect, refused", page.getByRole("main"));
  await admin.connect.checkAgain(mailPassword);
  await expect(page.getByLabel(words.name)).toBeVisible();
  await faults.look("connect, what flows in");

  expect(faults.found).toEqual([]);
});

test("axe finds nothing on sync health and the agents", async ({ admin, supportMailbox }) => {
  const { page, health, agents } = admin;
  const faults = new Faults(page);
  await expect.poll(() => supportMailbox.count()).toBe(0);
  await health.goTo();
  await health.compare();
  await expect(health.result).toContainText(strings.health.comparison.bothEmpty);
  await faults.look("sync health");

  await agents.goTo();
  await agents.invite(maria);
  await faults.look("a link");
  await page.keyboard.press("Escape");
  await faults.lookAtMenus("agents", page.getByRole("main"));
  await faults.lookAtDialog("invite", page.getByRole("button", { name: strings.agents.invite }));

  expect(faults.found).toEqual([]);
});

test("axe finds nothing on inboxes and tags, and on the pages of oneself", async ({ admin }) => {
  const { page } = admin;
  const faults = new Faults(page);
  await page.goto("/settings/inboxes");
  await faults.look("inboxes");
  await faults.lookAtDialog("new inbox", page.getByRole("button", { name: strings.settings.inboxes.add }));

  const tags = strings.settings.tags;
  await page.goto("/settings/tags");
  await faults.look("no tags");
  await page.getByRole("button", { name: tags.add }).first().click();
  await faults.look("new tag");
  await page.getByLabel(tags.name).fill("Refund");
  await page.getByRole("button", { name: tags.create }).click();
  await faults.lookAtDialog("delete a tag", page.getByRole("button", { name: tags.removeLabel("Refund") }));
  await faults.look("tags");

  for (const path of ["", ...Object.keys(strings.settings.pages)]) {
    await page.goto(`/settings/${path}`);
    await faults.look(path || "all settings");
  }
  await page.goto("/settings/security");
  const { addToken } = strings.settings.security;
  await faults.lookAtDialog("new token", page.getByRole("button", { name: addToken }).first());
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["", "/accounts", "/profile"]) {
    await page.goto(`/settings${path}`);
    await faults.look(`settings${path} on a phone`);
  }
  expect(faults.found).toEqual([]);
});

test("axe finds nothing on any component in any state", async ({ admin }) => {
  const { page } = admin;
  const faults = new Faults(page);
  await page.goto("/dev/ui");
  await faults.lookAtMenus("components", page.getByRole("main"));
  for (const name of ["Dialog", "Sheet", "Command"])
    await faults.lookAtDialog(name, page.getByRole("button", { name, exact: true }));
  await page.getByRole("button", { name: "Context menu" }).click({ button: "right" });
  await faults.look("context menu");
  expect(faults.found).toEqual([]);
});
