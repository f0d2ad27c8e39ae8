import { expect, test } from "./fixtures.ts";
import { mailPassword, maria, sales, support } from "./support/people.ts";

const courier = { namespacePrefix: "INBOX.", separator: ".", specialUse: false };
const german = { folders: ["Gesendet", "Entwürfe", "Papierkorb", "Spam", "Archiv"], specialUse: false };
const normalFolders = ["Inbox", "Sent", "Drafts", "Trash", "Spam", "Archive"];

test("two accounts of different habits are connected, and look the same", async ({ admin, startMailServer }) => {
  const servers = [
    { person: support, server: await startMailServer({ ...courier, people: [support] }) },
    { person: sales, server: await startMailServer({ ...german, people: [sales] }) },
  ];
  for (const { person, server } of servers) {
    await server.deliver({ from: maria, to: person, subject: `For ${person.name}` });
    await admin.connect.goTo();
    await admin.connect.check(server.account(person));
    for (const name of normalFolders)
      await expect(
        admin.connect.foundFolders.filter({ has: admin.page.getByRole("cell", { name, exact: true }) }),
      ).toHaveCount(1);
    await admin.connect.connect({ name: person.name });
    await expect(admin.page.getByRole("heading", { name: person.name })).toBeVisible();
    await expect(admin.page.getByRole("main").getByText("Live")).toBeVisible();
  }
  await expect(admin.accounts.roleOf("Papierkorb")).toContainText("Trash");

  await admin.inbox.goTo();
  for (const { person } of servers) {
    await expect(admin.inbox.conversation(`For ${person.name}`)).toBeVisible();
    const folders = await admin.inbox.unfoldAccount(person.name);
    for (const name of normalFolders) await expect(folders.filter({ hasText: name })).toHaveCount(1);
  }
});

test("one mail to both accounts is one conversation with two placements", async ({
  admin,
  api,
  mailServer,
  connect,
}) => {
  await connect(support);
  await connect(sales);
  await mailServer.deliver({ from: maria, to: [support, sales], subject: "To all of you" });
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("To all of you")).toHaveCount(1);
  await admin.inbox.open("To all of you");
  await expect(admin.conversation.messages).toHaveCount(1);
  await expect(admin.conversation.context).toContainText(support.address);
  await expect(admin.conversation.context).toContainText(sales.address);
  await expect
    .poll(async () => {
      const id = new URL(admin.page.url()).pathname.split("/").at(-1);
      return (await api.request("GET", `/api/conversations/${id}`)).json();
    })
    .toMatchObject({ messages: [{ placements: [{ flags: expect.any(Array) }, { flags: expect.any(Array) }] }] });
});

test("a wrong password is said at its field, and the right one goes on", async ({ admin, mailServer }) => {
  await admin.connect.goTo();
  await admin.connect.check({ ...mailServer.account(support), password: "wrong" });
  await expect(admin.connect.problems).toContainText("Password");
  await expect(admin.connect.foundFolders).toHaveCount(0);
  await admin.connect.checkAgain(mailPassword);
  await expect(admin.connect.foundFolders.first()).toBeVisible();
});

test("an expired certificate is named as what it is", async ({ startMailServer, startApp, setUp }) => {
  const server = await startMailServer({ tls: "expired" });
  const admin = await setUp(await startApp({ NODE_EXTRA_CA_CERTS: server.dovecot.caPath }));
  const account = server.account(support);
  await admin.connect.goTo();
  await admin.connect.check({ ...account, imap: { ...account.imap, port: server.dovecot.imapsPort, security: "tls" } });
  await expect(admin.connect.problems).toContainText("expired");
  await expect(admin.connect.foundFolders).toHaveCount(0);
});

test("a server that goes away is shown, and heals by itself", async ({ admin, mailServer, supportMailbox }) => {
  await admin.accounts.goTo();
  const account = admin.accounts.account(support.name);
  await expect(account).toContainText("Live");
  await mailServer.dovecot.kill();
  await expect(account).toContainText("Waiting to try again");
  await mailServer.dovecot.restart();
  await expect(account).toContainText("Live", { timeout: 45_000 });
  await supportMailbox.receive({ from: maria, subject: "Are you back?" });
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("Are you back?")).toBeVisible();
});

test("a password that was changed is asked for, and the new one heals the account", async ({
  admin,
  startMailServer,
  connect,
}) => {
  const server = await startMailServer({ people: [support] });
  await connect(support, server);
  await server.changePassword(support, "a new mail password");
  await admin.accounts.goTo();
  await expect(admin.accounts.account(support.name)).toContainText("password");
  await admin.accounts.reconnect(support.name, "a new mail password");
  await expect(admin.accounts.account(support.name)).toContainText("Live");
});
