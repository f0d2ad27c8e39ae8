import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { ada, agentPassword, maria, support, tom } from "./support/people.ts";

const words = strings.setup;

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
  await expect(page.getByRole("heading", { name: "Ihr Eingang ist fertig" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "nothing is cut off").toBe(390);
  await expect(page.getByRole("button", { name: "Zum Eingang" })).toBeFocused();
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
