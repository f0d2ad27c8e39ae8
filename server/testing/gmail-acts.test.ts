/** What agents do to mail of Gmail's, carried to the server, and what other programs do at the same time. */
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { accounts, conversations, folders, messages, operations } from "#db/schema/index";
import { labelConversation } from "#server/commands/conversations/label-conversation";
import { moveConversation } from "#server/commands/conversations/move-conversation";
import { setFlagged } from "#server/commands/conversations/set-flagged";
import { listConversations } from "#server/queries/conversations/list-conversations";
import { listFolders } from "#server/queries/folders/list-folders";
import { listPlacements } from "#server/queries/folders/list-placements";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { gmailDifferences } from "#server/testing/gmail-differences";
import { until } from "#server/testing/run-sync";
import { plainMail, useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();
const names = ['Say "hi"', "Größe/Klein", "R&D", "🚀 Start", "back\\slash", "100% (old)"];

async function open(mailCount = 1) {
  const { server, start } = await scripted(0, { capabilities: "gmail", gmail: {} });
  const mailbox = server.gmailbox("help@team.test");
  for (const name of names) mailbox.create(name);
  for (let id = 1; id <= mailCount; id += 1) mailbox.deliver(plainMail(id));
  const { account } = await start({ withOutbox: true });
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  const settled = async () => {
    let left: string[] = [];
    const isQuiet = async () => {
      const open = (await store().read.select().from(operations)).filter(({ settledAt }) => settledAt === null);
      left = [...open.map(({ kind, lastError }) => `${kind}: ${lastError}`), ...gmailDifferences(mailbox)];
      return left.length === 0 && (await store().read.select().from(accounts)).every(({ state }) => state === "live");
    };
    await until(isQuiet, 12_000).catch(() => undefined);
    expect(left).toEqual([]);
  };
  await settled();
  const folderId = async (path: string) => {
    const [row] = await store().read.select({ id: folders.id }).from(folders).where(eq(folders.path, path));
    return row?.id ?? 0;
  };
  const conversationOf = async (id: number) => {
    const rows = await store()
      .read.select()
      .from(messages)
      .where(eq(messages.internetMessageId, `${id}@customer.test`));
    return rows[0]?.conversationId ?? 0;
  };
  const mailNumber = (id: number) => [...mailbox.mails].find(({ source }) => source.includes(`<${id}@customer.test>`));
  return { server, mailbox, agent, account, settled, folderId, conversationOf, mailNumber };
}

it("puts on and takes off labels of any name, spelt as Gmail spells them", async () => {
  const { server, agent, settled, folderId, conversationOf, mailNumber } = await open();
  const ids = await Promise.all(names.map(folderId));
  await labelConversation(agent, await conversationOf(1), { addFolderIds: ids, removeFolderIds: [] });
  await settled();
  expect(mailNumber(1)?.labels.toSorted()).toEqual(["\\Inbox", ...names].sort());
  const stored = server.requests.flatMap(({ line }) => (line.includes("+X-GM-LABELS") ? [line] : []));
  expect(stored.join()).toContain(
    String.raw`("Say \"hi\"" "Gr&APYA3w-e/Klein" "R&-D" "&2D3egA- Start" "back\\slash" "100% (old)")`,
  );
  await labelConversation(agent, await conversationOf(1), { addFolderIds: [], removeFolderIds: ids.slice(1) });
  await settled();
  expect(mailNumber(1)?.labels.toSorted()).toEqual(['Say "hi"', "\\Inbox"].sort());
});

it("archives by taking off \\Inbox, and brings back by putting it on", async () => {
  const { server, agent, settled, conversationOf, mailNumber } = await open();
  await moveConversation(agent, await conversationOf(1), { role: "archive" });
  await settled();
  expect(mailNumber(1)).toMatchObject({ where: "all", labels: [] });
  await moveConversation(agent, await conversationOf(1), { role: "inbox" });
  await settled();
  expect(mailNumber(1)).toMatchObject({ where: "all", labels: ["\\Inbox"] });
  expect(server.requests.some(({ command }) => command === "UID MOVE" || command === "UID COPY")).toBe(false);
});

it("moves to Trash and Spam, and from there to a label", async () => {
  const { agent, settled, folderId, conversationOf, mailNumber } = await open();
  await moveConversation(agent, await conversationOf(1), { role: "trash" });
  await settled();
  expect(mailNumber(1)).toMatchObject({ where: "trash", labels: [] });
  await moveConversation(agent, await conversationOf(1), { role: "junk" });
  await settled();
  expect(mailNumber(1)).toMatchObject({ where: "spam" });
  await moveConversation(agent, await conversationOf(1), { folderId: await folderId("R&D") });
  await settled();
  expect(mailNumber(1)).toMatchObject({ where: "all", labels: ["R&D"] });
});

it("moves from one label to another, and leaves the others on", async () => {
  const { agent, mailbox, settled, folderId, conversationOf, mailNumber } = await open();
  const mail = mailNumber(1);
  mailbox.label(mail ? [mail] : [], { add: ["R&D", "back\\slash"], remove: [] });
  await settled();
  const wanted = { folderId: await folderId("🚀 Start"), fromFolderId: await folderId("R&D") };
  await moveConversation(agent, await conversationOf(1), wanted);
  await settled();
  expect(mailNumber(1)?.labels.toSorted()).toEqual(["back\\slash", "🚀 Start"].sort());
});

it("keeps what both sides did to different labels of one message, and the agent's word on the same", async () => {
  const { server, agent, mailbox, settled, folderId, conversationOf, mailNumber } = await open();
  const mail = mailNumber(1);
  server.setFaults(({ line }) =>
    line.includes("X-GM-LABELS (") && line.includes("STORE") ? { delayMs: 150 } : undefined,
  );
  const wish = { addFolderIds: [await folderId("R&D")], removeFolderIds: [await folderId('Say "hi"')] };
  mailbox.label(mail ? [mail] : [], { add: ['Say "hi"'], remove: [] });
  await settled();
  await labelConversation(agent, await conversationOf(1), wish);
  mailbox.label(mail ? [mail] : [], { add: ["back\\slash"], remove: ["\\Inbox"] });
  await settled();
  expect(mailNumber(1)?.labels.toSorted()).toEqual(["R&D", "back\\slash"].sort());
});

it("shows labels as folders: in the list, with counts, what lies in them, and as views", async () => {
  const { agent, account, mailbox, settled, folderId, conversationOf, mailNumber } = await open(3);
  mailbox.label([...mailbox.mails].slice(0, 2), { add: ["R&D"], remove: ["\\Inbox"] });
  await settled();
  await setFlagged(agent, await conversationOf(3), true);
  await settled();
  expect(mailNumber(3)?.flags.has("\\Flagged")).toBe(true);
  const { items } = await listFolders(agent, account.id);
  const shown = new Map(
    items.map(({ path, storedCount, serverCount, label }) => [path, { storedCount, serverCount, label }]),
  );
  await until(async () =>
    (await listFolders(agent, account.id)).items.every((one) => one.storedCount === one.serverCount),
  );
  expect(shown.get("R&D")).toMatchObject({ storedCount: 2, label: "R&D" });
  expect(shown.get("[Gmail]/Starred")).toMatchObject({ storedCount: 1, label: "\\Starred" });
  expect(shown.get("[Gmail]/All Mail")).toMatchObject({ storedCount: 3, label: null });
  const placed = await listPlacements(agent, await folderId("R&D"), { limit: 10 });
  expect(placed.items.map(({ internetMessageId, labels }) => [internetMessageId, labels])).toEqual([
    ["2@customer.test", ["R&D"]],
    ["1@customer.test", ["R&D"]],
  ]);
  const list = (query: { view: "all" | "archive" | "open"; folder?: number }) =>
    listConversations(agent, { ...query, sort: "newest", limit: 10 });
  const subjects = async (query: Parameters<typeof list>[0]) =>
    (await list(query)).items.map(({ subject }) => subject).sort();
  expect(await subjects({ view: "open" })).toEqual(["Mail 3"]);
  expect(await subjects({ view: "archive" })).toEqual(["Mail 1", "Mail 2"]);
  expect(await subjects({ view: "all", folder: await folderId("R&D") })).toEqual(["Mail 1", "Mail 2"]);
});

it("opens what was archived when it was first seen, once it is put into the inbox, here or there", async () => {
  const { agent, mailbox, settled, conversationOf } = await open(0);
  for (const id of [1, 2]) mailbox.deliver(plainMail(id), "[Gmail]/All Mail");
  await settled();
  const statusOf = async (id: number) => {
    const rows = await store()
      .read.select()
      .from(conversations)
      .where(eq(conversations.id, await conversationOf(id)));
    return rows[0]?.status;
  };
  expect([await statusOf(1), await statusOf(2)]).toEqual(["closed", "closed"]);
  mailbox.label([...mailbox.mails].slice(0, 1), { add: ["\\Inbox"], remove: [] });
  await moveConversation(agent, await conversationOf(2), { role: "inbox" });
  await settled();
  expect([await statusOf(1), await statusOf(2)]).toEqual(["open", "open"]);
});

it("refuses to put mail where only Gmail does", async () => {
  const { agent, folderId, conversationOf } = await open();
  const sent = await folderId("[Gmail]/Sent Mail");
  const id = await conversationOf(1);
  await expect(moveConversation(agent, id, { folderId: sent })).rejects.toThrow("Gmail itself decides");
  await expect(labelConversation(agent, id, { addFolderIds: [sent], removeFolderIds: [] })).rejects.toThrow("Gmail itself decides"); // prettier-ignore
});
