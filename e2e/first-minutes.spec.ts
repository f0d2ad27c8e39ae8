import { en as strings } from "#lib/strings/en";
import type { ConversationView } from "#lib/contracts/vocabulary";
import { expect, test } from "./fixtures.ts";
import { Faults } from "./support/faults.ts";
import { ada, agentPassword, maria, support, tom } from "./support/people.ts";

// Each walks through several pages, some of them with several people.
test.slow();

const words = strings.setup;
const { hints } = strings.tour;

test("from the printed link to the first mail it is four screens", async ({ app, mailServer, openDesk }) => {
  await mailServer.deliver({ from: maria, to: support, subject: "Is anybody there?" });
  const { page, setup, inbox } = await openDesk(ada, app);
  const screens: string[] = [];
  const look = async (path: string, step: number) => {
    await expect(page).toHaveURL(path);
    await expect(setup.progress).toContainText(words.stepOf(step, 4));
    screens.push((await setup.heading.textContent()) ?? "");
  };
  await page.goto(app.setupLink);
  await look(app.setupLink, 1);
  await setup.sayWho(ada);
  await look("/setup/inbox", 2);
  await setup.nameInbox({ team: "Acme", inbox: "Hello", color: strings.settings.colors[6] ?? "" });
  await look("/setup/mail", 3);
  await setup.connectMailbox(mailServer.account(support));
  await look("/setup/ready", 4);
  await expect(setup.firstMails).toContainText(["Is anybody there?"]);
  expect(new Set(screens).size).toBe(4);

  await setup.toInbox();
  await expect(page).toHaveURL("/inbox/open");
  await expect(page.getByRole("dialog", { name: hints.list.title }), "who is new is shown around").toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(inbox.conversation("Is anybody there?")).toBeVisible();
  await expect(inbox.sidebar).toContainText("Acme");
  await page.goto("/setup/ready");
  await expect(page, "it is over").toHaveURL("/inbox/open");
});

test("a setup that was left goes on where it was, and can be gone back in", async ({ app, openDesk }) => {
  const { page, setup } = await openDesk(ada, app);
  await page.goto(app.setupLink);
  await setup.sayWho(ada);
  await setup.nameInbox({ team: "Acme", inbox: "Hello", color: strings.settings.colors[6] ?? "" });
  await expect(page).toHaveURL("/setup/mail");
  await page.reload();
  await expect(setup.heading).toHaveText(words.mail.heading);

  // Another day, another browser.
  const later = await openDesk(ada, app);
  await later.signIn.goTo();
  await later.signIn.signIn(ada.address, agentPassword);
  await expect(later.page).toHaveURL("/setup/mail");
  await later.setup.progress.getByRole("link", { name: words.steps.inbox }).click();
  await expect(later.page.getByLabel(words.inbox.workspaceName)).toHaveValue("Acme");
  await expect(later.page.getByLabel(words.inbox.name, { exact: true })).toHaveValue("Hello");
  await page.goto(app.setupLink);
  await expect(page, "the link leads back in").toHaveURL("/setup/mail");
});

test("the setup goes without a mailbox, by keyboard, on a phone and in German", async ({ app, browser }) => {
  const context = await browser.newContext({
    baseURL: app.url,
    locale: "de-DE",
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(app.setupLink);
  await expect(page.getByLabel("Ihr Name")).toBeFocused();
  await page.keyboard.type(ada.name);
  await page.keyboard.press("Tab");
  await page.keyboard.type(ada.address);
  await page.keyboard.press("Tab");
  await page.keyboard.type(agentPassword);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Team")).toBeFocused();
  await page.keyboard.type("Acme");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/setup/mail");
  await page.getByRole("button", { name: "Erst einmal überspringen" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Ihr Posteingang ist fertig" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "nothing is cut off").toBe(390);
  await expect(page.getByRole("button", { name: "Zum Posteingang" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/inbox/open");
  await context.close();
});

test("a colleague invited in the setup can come at once", async ({ app, openDesk }) => {
  const desk = await openDesk(ada, app);
  await desk.page.goto(app.setupLink);
  await desk.setup.sayWho(ada);
  await desk.setup.nameInbox({ team: "Acme", inbox: "Hello", color: strings.settings.colors[0] ?? "" });
  await desk.setup.skip();
  const link = await desk.setup.invite(tom);
  const colleague = await openDesk(tom, app);
  await colleague.page.goto(link);
  await colleague.signIn.accept(agentPassword);
  await expect(colleague.inbox.agentMenu).toContainText(tom.name);
});

test("three hints are shown to who is new, cover no mail, take no key, and never return", async ({
  app,
  admin,
  supportMailbox,
  openDesk,
}) => {
  await supportMailbox.receive({ from: maria, subject: "A question", text: "Is it ready?" });
  await admin.agents.goTo();
  const link = await admin.agents.invite(tom);
  const { page, inbox, signIn } = await openDesk(tom, app);
  await page.goto(link);
  await signIn.accept(agentPassword);
  const hint = (name: keyof typeof hints) => page.getByRole("dialog", { name: hints[name].title });
  await expect(hint("list")).toBeVisible();
  await expect(inbox.conversation("A question")).toBeVisible();
  await page.keyboard.press("j");
  await expect(inbox.conversation("A question").getByRole("link"), "the keys go on working").toBeFocused();
  const list = await page.getByRole("region", { name: strings.inbox.conversations }).boundingBox();
  for (const name of ["list", "acts", "commands"] as const) {
    const box = await hint(name).boundingBox();
    expect(box?.x, "beside the list, not over it").toBeGreaterThanOrEqual((list?.x ?? 0) + (list?.width ?? 0));
    await hint(name).getByRole("button").first().click();
    await expect(hint(name)).toHaveCount(0);
  }
  await page.reload();
  await expect(inbox.conversation("A question")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const elsewhere = await openDesk(tom, app);
  await elsewhere.enter();
  await elsewhere.inbox.goTo();
  await expect(elsewhere.inbox.conversation("A question")).toBeVisible();
  await expect(elsewhere.page.getByRole("dialog"), "nor on another device").toHaveCount(0);
});

test("a setting is found by what people call it, from the settings and from the palette, and has the focus", async ({
  admin,
}) => {
  const { page } = admin;
  const { find, profile } = strings.settings;
  await page.goto("/settings/tags");
  const field = page.getByRole("searchbox", { name: find.label });
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(field).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("dark mo");
  await expect(page.getByRole("navigation").getByRole("link", { name: profile.theme })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/settings/profile?setting=theme");
  const theme = page.getByRole("group", { name: profile.theme });
  await expect(theme).toBeInViewport();
  await expect(theme.getByRole("radio", { checked: true })).toBeFocused();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("logout");
  await expect(page.getByRole("option", { selected: true })).toContainText(strings.settings.security.sessions);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/settings/security?setting=sessions");
});

test("the sheet of keys is narrowed by typing, and leads into the search", async ({ admin, supportMailbox }) => {
  const { page, inbox } = admin;
  expect(await supportMailbox.count()).toBe(0);
  await inbox.goTo();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: strings.command.sheetTitle });
  await expect(sheet.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("snooz");
  await expect(
    sheet.getByRole("term").filter({ hasText: strings.command.commands["conversation.snooze"] }),
  ).toBeVisible();
  await expect(sheet.getByRole("term").filter({ hasText: strings.command.commands["list.next"] })).toHaveCount(0);
  await sheet.getByRole("searchbox").fill("attachment");
  const { example } = strings.search.operators.has;
  await sheet.getByRole("link", { name: example }).click();
  await expect(page).toHaveURL(`/inbox/all?q=${encodeURIComponent(example)}`);
  await expect(sheet).toHaveCount(0);
});

test("what is empty says what would be there, and its key leads on", async ({ admin, supportMailbox }) => {
  const { page, inbox } = admin;
  expect(await supportMailbox.count()).toBe(0);
  await inbox.goTo();
  const list = page.getByRole("region", { name: strings.inbox.conversations });
  const views: ConversationView[] = ["mine", "unassigned", "pending", "drafts", "sent", "snoozed", "closed", "all"];
  for (const view of views) {
    await inbox.show(view);
    await expect(list).toContainText(strings.inbox.empty[view].title);
    await expect(list).toContainText(strings.inbox.empty[view].text);
    await expect(list.getByRole("button").last().locator("kbd"), `${view} offers a key`).toBeVisible();
  }
  await inbox.show("mine");
  await list.getByRole("button", { name: strings.command.commands["go.unassigned"] }).click();
  await expect(page).toHaveURL("/inbox/unassigned");

  await page.goto("/settings/tags");
  await expect(page.getByText(strings.settings.tags.empty.text)).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("c");
    await expect(page.getByRole("dialog", { name: strings.settings.tags.add })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto("/settings/agents");
  await expect(page.getByText(strings.agents.alone.text)).toBeVisible();
});

test("axe finds nothing on the screens of the setup, nor on the tour, nor on what is found", async ({
  app,
  openDesk,
}) => {
  const { page, setup } = await openDesk(ada, app);
  const faults = new Faults(page);
  await page.goto(app.setupLink);
  await setup.sayWho(ada);
  await expect(page).toHaveURL("/setup/inbox");
  await faults.look("setup, inbox");
  await setup.nameInbox({ team: "Acme", inbox: "Hello", color: strings.settings.colors[3] ?? "" });
  await expect(page).toHaveURL("/setup/mail");
  await faults.look("setup, mail");
  await setup.skip();
  await setup.invite(tom);
  await faults.look("setup, ready");
  await setup.toInbox();
  await expect(page.getByRole("dialog", { name: hints.list.title })).toBeVisible();
  await faults.look("tour");
  await page.keyboard.press("Escape");
  await page.goto("/settings/tags");
  await page.getByRole("searchbox").fill("mail");
  await faults.look("settings found");
  await page.goto("/settings/profile?setting=density");
  await faults.look("a setting found");
  expect(faults.found).toEqual([]);
});
