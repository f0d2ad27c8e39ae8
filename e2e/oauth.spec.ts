import { z } from "zod";
import { Account } from "#lib/contracts/account";
import { en as strings } from "#lib/strings/en";
import { expect, test } from "./support/oauth-world.ts";
import { maria, sales, support } from "./support/people.ts";

const words = strings.oauth;
const Accounts = z.object({ items: z.array(z.unknown()) });

test("a mailbox is connected by signing in at its provider, and mail comes in", async ({ world }) => {
  const { admin, server, page, provider } = world;
  await admin.connect.goTo();
  await admin.connect.signInWith("Acme ID");
  await page.allow(support);
  await expect(admin.page.getByText(words.signedIn("Acme ID", support.address))).toBeVisible();
  await expect(admin.page.getByText(words.nothingStored)).toBeVisible();
  expect(await admin.ask("GET", "/api/accounts", Accounts)).toMatchObject({ items: [] });
  await admin.connect.checkSignedIn(server.account(support));
  await expect(admin.connect.foundFolders.filter({ hasText: "Sent" }).first()).toBeVisible();
  await admin.connect.connect({ name: support.name });
  await expect(admin.page.getByRole("heading", { name: support.name })).toBeVisible();
  await expect(admin.page.getByRole("main").getByText("Live")).toBeVisible();
  await server.deliver({ from: maria, to: support, subject: "Does this work?" });
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("Does this work?")).toBeVisible();
  expect(provider.tokenRequests).toEqual(["authorization_code"]);
});

test("a sign-in that was taken back is told to admins, and ends with Reconnect", async ({ world }) => {
  // Mail to admins is looked for every quarter of a minute, and servers are away in between.
  test.slow();
  const { admin, server, page, provider } = world;
  await admin.ask("POST", "/api/accounts", Account, server.account(sales));
  await admin.connect.goTo();
  await admin.connect.signInWith("Acme ID");
  await page.allow(support);
  await admin.connect.checkSignedIn(server.account(support));
  await admin.connect.connect({ name: support.name });
  await expect(admin.page.getByRole("main").getByText("Live")).toBeVisible();

  await provider.revoke(support.address);
  await server.dovecot.restart();
  await admin.accounts.goTo();
  const account = admin.accounts.account(support.name);
  await expect(account).toContainText("The sign-in with Acme ID has ended.");

  // By mail, through the account that still works; and on every page.
  await expect
    .poll(() => server.smtp.mails.filter(({ to }) => to.includes(admin.person.address)).length, { timeout: 90_000 })
    .toBe(1);
  const [mail] = server.smtp.mails;
  expect(mail?.source.toString()).toContain(`${support.name} needs attention`);
  await admin.inbox.goTo();
  await expect(admin.page.getByRole("button", { name: strings.accounts.reconnect })).toBeVisible();

  // Somebody else is not let in, and changes nothing.
  await admin.page.getByRole("button", { name: strings.accounts.reconnect }).click();
  await page.allow(sales);
  const dialog = admin.page.getByRole("dialog");
  await expect(dialog).toContainText(words.otherAddress(support.address));
  await dialog.getByRole("button", { name: strings.accounts.reconnect }).click();
  await expect(dialog).toContainText("does not accept this sign-in");
  await admin.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await admin.page.getByRole("main").getByRole("button", { name: strings.accounts.reconnect }).click();
  await page.allow(support);
  await expect(dialog).toContainText(support.address);
  await dialog.getByRole("button", { name: strings.accounts.reconnect }).click();
  await expect(admin.page.getByRole("main").getByText("Live")).toBeVisible();
  await server.deliver({ from: maria, to: support, subject: "Back again" });
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("Back again")).toBeVisible();
});

test("a sign-in that comes to nothing says why, and can be begun again", async ({ world }) => {
  const { admin, page, provider } = world;
  const says = (text: string) => expect(admin.page.getByRole("main").getByRole("alert")).toContainText(text);
  await admin.connect.goTo();
  await admin.connect.signInWith("Acme ID");
  await page.cancel();
  await says("was not allowed");
  await admin.connect.signInWith("Acme ID");
  await page.allow(support, ["imap"]);
  await says("leave every box ticked");
  provider.faults.push({ status: 503 });
  await admin.connect.signInWith("Acme ID");
  await page.allow(support);
  await says("Try again in some minutes");
  const answered = admin.page.url();
  await admin.connect.signInWith("Acme ID");
  await page.allow(support);
  await expect(admin.page.getByText(words.signedIn("Acme ID", support.address))).toBeVisible();
  expect(admin.page.url()).not.toBe(answered);
});

test("the form says what an admin has to set for Microsoft, and the settings say how", async ({ world }) => {
  const { admin } = world;
  await admin.connect.goTo();
  await admin.page.getByLabel(strings.accounts.connectForm.emailAddress).fill("ada@outlook.com");
  await admin.page.getByRole("button", { name: strings.accounts.connectForm.next }).click();
  await expect(admin.page.getByText("MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET")).toBeVisible();
  await admin.page.getByRole("link", { name: words.howToSetUp }).click();
  const section = admin.page.getByRole("region", { name: "Microsoft" });
  await expect(section.getByLabel(words.setup.redirectUri)).toHaveValue(/\/api\/oauth\/callback\/microsoft$/);
  await admin.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await section.getByRole("button", { name: strings.settings.copy }).first().click();
  expect(await admin.page.evaluate(() => navigator.clipboard.readText())).toMatch(/callback\/microsoft$/);
});

test("what was typed before the provider's page is there after it", async ({ world }) => {
  const { admin, server, page } = world;
  const { imap, smtp } = server.account(support);
  await admin.connect.goTo();
  await admin.connect.typeServers(support.address, { imap, smtp });
  await admin.connect.signInWith("Acme ID");
  await page.allow(support);
  await expect(admin.page.getByText(words.signedIn("Acme ID", support.address))).toBeVisible();
  expect(new URL(admin.page.url()).search).toMatch(/^\?signIn=[\w-]{22}$/);
  await admin.connect.checkAgain();
  await expect(admin.connect.foundFolders.filter({ hasText: "Sent" }).first()).toBeVisible();
});

test("a provider that takes no password is asked for none, but for a server of one's own", async ({ world }) => {
  const { admin } = world;
  await admin.connect.goTo();
  await admin.connect.begin("ada@outlook.com");
  const main = admin.page.getByRole("main");
  await expect(main.getByText("MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET")).toBeVisible();
  const password = admin.page.getByLabel(strings.accounts.connectForm.password, { exact: true });
  await expect(password).toBeHidden();
  await expect(admin.page.getByRole("button", { name: strings.accounts.connectForm.check, exact: true })).toBeHidden();
  await admin.page.getByRole("button", { name: strings.accounts.connectForm.serverSettings }).click();
  await main.getByRole("group", { name: "IMAP" }).getByLabel(strings.accounts.connectForm.host).fill("mail.acme.test");
  await expect(password).toBeVisible();
});
