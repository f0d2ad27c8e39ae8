import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { accounts, conversationInboxes, conversations, placements } from "#db/schema/index";
import { rolesOf } from "#lib/mail/role-mask";
import { store } from "#server/store";
import { useFreshStore } from "#server/testing/fresh-store";
import { gmailDifferences } from "#server/testing/gmail-differences";
import { until } from "#server/testing/run-sync";
import type { GmailMailbox } from "#server/testing/scripted-imap/gmail/gmail-mailbox";
import { folderNamed, plainMail, useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

const open = async (options: Parameters<typeof scripted>[1] = {}) => {
  const { server, start } = await scripted(0, { capabilities: "gmail", gmail: {}, ...options });
  return { server, start, mailbox: server.gmailbox("help@team.test") };
};

const isLive = async () => (await store().read.select().from(accounts)).every(({ state }) => state === "live");

async function settled(mailbox: GmailMailbox): Promise<void> {
  let left: string[] = [];
  await until(async () => {
    left = gmailDifferences(mailbox);
    return left.length === 0 && (await isLive());
  }, 8000).catch(() => undefined);
  expect(left).toEqual([]);
}

const rolesOfConversations = async () =>
  (await store().read.select().from(conversationInboxes))
    .map(({ subject, roleMask, listed }) => `${subject}: ${rolesOf(roleMask).join()}${listed ? ", listed" : ""}`)
    .sort();

it("reads each message once, and files it under its labels", async () => {
  const { server, mailbox, start } = await open();
  mailbox.create("Projects/Größe 🚀");
  mailbox.deliver(plainMail("in"));
  mailbox.deliver(plainMail("filed"), "Projects/Größe 🚀");
  mailbox.deliver(plainMail("sent"), "[Gmail]/Sent Mail", ["\\Seen"]);
  mailbox.deliver(plainMail("starred"), "[Gmail]/All Mail", ["\\Flagged"]);
  mailbox.deliver(plainMail("spam"), "[Gmail]/Spam");
  await start();
  await settled(mailbox);
  const opened = server.requests
    .filter(({ command }) => command === "SELECT")
    .map(({ line }) => line.replace(/"/g, ""));
  expect([...new Set(opened)].sort()).toEqual([
    "SELECT [Gmail]/All Mail", "SELECT [Gmail]/Spam", "SELECT [Gmail]/Trash",
  ]); // prettier-ignore
  expect(await store().read.$count(placements)).toBe(5);
  expect(await rolesOfConversations()).toEqual([
    "Mail filed: archive",
    "Mail in: inbox, listed",
    "Mail sent: sent, listed",
    "Mail spam: junk",
    "Mail starred: archive",
  ]);
});

it("follows labels that another program puts on and takes off", async () => {
  const { mailbox, start } = await open();
  const uid = mailbox.deliver(plainMail("one"));
  await start();
  await settled(mailbox);
  mailbox.create('Say "hi" & bye');
  mailbox.copy("INBOX", [uid], 'Say "hi" & bye');
  mailbox.expunge("INBOX", [uid]);
  await settled(mailbox);
  expect(await rolesOfConversations()).toEqual(["Mail one: archive"]);
  mailbox.rename('Say "hi" & bye', "Tschüß");
  await settled(mailbox);
  mailbox.delete("Tschüß");
  await settled(mailbox);
});

it("keeps up with labels that are renamed without a word about their messages", async () => {
  const { mailbox, start } = await open({ gmail: { isQuietAboutLabels: true } });
  mailbox.create("Old");
  mailbox.deliver(plainMail("one"), "Old");
  await start();
  await settled(mailbox);
  mailbox.rename("Old", "New");
  await settled(mailbox);
  mailbox.delete("New");
  await settled(mailbox);
});

it("knows a localised container by its flags", async () => {
  const { mailbox, start } = await open({
    gmail: { container: "[Google Mail]", names: { "All Mail": "Alle Nachrichten", Trash: "Papierkorb" } },
  });
  mailbox.deliver(plainMail("one"));
  await start();
  await settled(mailbox);
  expect(await folderNamed("[Google Mail]/Alle Nachrichten")).toMatchObject({ holdsLabels: true, role: "all" });
});

it("joins what Gmail has in one thread, within the account", async () => {
  const { mailbox, start } = await open();
  mailbox.deliver(plainMail("first"));
  await start();
  await settled(mailbox);
  mailbox.deliver(plainMail("second", ["In-Reply-To: <first@customer.test>"]).replace("ada@", "stranger@"));
  await settled(mailbox);
  expect(await store().read.$count(conversations)).toBe(1);
});

it("reads folder by folder while All Mail is hidden, says so, and goes back without losing what the team did", async () => {
  const { mailbox, start } = await open();
  mailbox.deliver(plainMail("one"));
  mailbox.deliver(plainMail("two"), "Work");
  await start();
  await settled(mailbox);
  await store().write(async (tx) => tx.update(conversations).set({ status: "pending" }));
  const before = await store().read.select({ id: conversations.id }).from(conversations);
  mailbox.showAllMail(false);
  await until(async () => (await folderNamed("INBOX")).storedCount === 1 && (await folderNamed("INBOX")).label === null && (await folderNamed("Work")).backfillDone && (await isLive())); // prettier-ignore
  const detail = () => store().read.select({ code: accounts.stateCode, detail: accounts.stateDetail }).from(accounts);
  await until(async () => (await detail())[0]?.code === "all_mail_hidden");
  expect((await detail())[0]?.detail).toContain("Show in IMAP");
  mailbox.showAllMail(true);
  await settled(mailbox);
  expect((await detail())[0]?.code).toBe("");
  const rows = await store().read.select().from(conversations).where(eq(conversations.status, "pending"));
  expect(rows.map(({ id }) => ({ id }))).toEqual(before);
});

it("looks again for a change that is announced before it can be seen", async () => {
  const { server, mailbox, start } = await open();
  const uid = mailbox.deliver(plainMail("one"));
  await start({ timing: { compareMs: 1e9 } });
  await settled(mailbox);
  let lateCount = 2;
  server.setFaults(({ command, line }) => {
    if (command !== "UID FETCH" || !line.includes("CHANGEDSINCE") || lateCount === 0) return undefined;
    lateCount -= 1;
    return { rewrite: (lines) => lines.filter((one) => !one.includes("FETCH")) };
  });
  mailbox.copy("INBOX", [uid], "[Gmail]/Important");
  await until(async () => lateCount === 0);
  await settled(mailbox);
});

it("reads folder by folder while Gmail shows only its newest thousand, and goes back when it shows all", async () => {
  const { mailbox, start } = await open();
  for (let id = 1; id <= 1005; id += 1) mailbox.deliver(plainMail(id), id % 2 === 0 ? "Even" : "INBOX");
  mailbox.limitFolders(1000);
  await start();
  const state = async () => (await store().read.select().from(accounts))[0];
  await until(async () => (await state())?.stateCode === "all_mail_limited" && (await isLive()));
  expect((await folderNamed("Even")).label).toBeNull();
  mailbox.limitFolders(null);
  await until(async () => (await folderNamed("Even")).label === "Even");
  await settled(mailbox);
});

it("holds 10,000 mails with 40 labels, and counts each label right", async () => {
  const { mailbox, start } = await open();
  const names = Array.from({ length: 40 }, (_, index) => (index % 4 === 0 ? `Kunde ${index}/Größe` : `Label ${index}`));
  for (const name of names) mailbox.create(name);
  for (let id = 1; id <= 10_000; id += 1) {
    const uid = mailbox.deliver(plainMail(id), id % 3 === 0 ? "INBOX" : "[Gmail]/All Mail");
    const mail = (id % 3 === 0 ? mailbox.view("INBOX") : mailbox.allMail).mailAt(uid);
    mail?.labels.push(...[id % 40, (id * 7) % 40, (id * id) % 40].flatMap((at) => names[at] ?? []).filter((name, at, all) => all.indexOf(name) === at)); // prettier-ignore
  }
  mailbox.settleAll();
  await start();
  await until(async () => (await isLive()) && (await folderNamed("[Gmail]/All Mail")).backfillDone, 80_000);
  expect(gmailDifferences(mailbox)).toEqual([]);
  const counted = await Promise.all(names.map(async (name) => (await folderNamed(name)).storedCount));
  expect(counted).toEqual(names.map((name) => [...mailbox.mails].filter(({ labels }) => labels.includes(name)).length));
}, 120_000);
