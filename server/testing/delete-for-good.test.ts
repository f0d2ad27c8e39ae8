/** What agents delete for good goes from Trash and Spam on the server, that and nothing else, and not before it is too late to take it back. */
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { accounts, activities, conversations, messages, operations, placements } from "#db/schema/index";
import { deleteForGood } from "#server/commands/conversations/delete-for-good";
import { moveConversation } from "#server/commands/conversations/move-conversation";
import { takeBackDeletion } from "#server/commands/conversations/take-back-deletion";
import { listConversations } from "#server/queries/conversations/list-conversations";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { until } from "#server/testing/run-sync";
import type { ScriptedImapOptions } from "#server/testing/scripted-imap/start-scripted-imap";
import { useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

async function open(mailCount: number, options: Partial<ScriptedImapOptions>) {
  const { server, mailbox, start } = await scripted(mailCount, options);
  const { account } = await start({ withOutbox: true });
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  const isSettled = async () =>
    (await store().read.select().from(operations)).every(({ settledAt }) => settledAt !== null) &&
    (await store().read.select().from(accounts)).every(({ state }) => state === "live");
  await until(async () => (await store().read.select().from(messages)).length === mailCount && (await isSettled()));
  const conversationOf = async (id: number) => {
    const where = eq(messages.internetMessageId, `${id}@customer.test`);
    return (await store().read.select().from(messages).where(where))[0]?.conversationId ?? 0;
  };
  const subjects = async (view: "trash" | "junk" | "all") =>
    (await listConversations(agent, { view, sort: "newest", limit: 10 })).items.map(({ subject }) => subject);
  const move = async (id: number, role: "trash" | "junk") => {
    await moveConversation(agent, await conversationOf(id), { role });
    await until(isSettled);
  };
  const asked = () => server.requests.map(({ command }) => command).filter((command) => command.includes("EXPUNGE"));
  return { server, mailbox, agent, conversationOf, subjects, move, isSettled, asked };
}

const gmail: Partial<ScriptedImapOptions> = { capabilities: "gmail", gmail: {} };

it("deletes in Gmail's Trash and Spam what was chosen, and forgets it here", async () => {
  const { server, agent, conversationOf, move, isSettled, asked, subjects } = await open(3, gmail);
  const box = server.gmailbox("help@team.test");
  await move(1, "trash");
  await move(2, "trash");
  await move(3, "junk");
  // Somebody else has marked another one, and has not expunged it.
  const other = [...box.mails].filter(({ source }) => source.includes("<2@customer.test>"));
  box.flag(other, (flags) => flags.add("\\Deleted"));
  for (const id of [1, 3]) await deleteForGood(agent, await conversationOf(id), { undoMs: 0 });
  expect([await subjects("trash"), await subjects("junk")]).toEqual([["Mail 2"], []]);
  await until(isSettled);
  expect([...box.mails].map(({ source, where }) => [/Mail \d/.exec(source)?.[0], where])).toEqual([
    ["Mail 2", "trash"],
  ]);
  expect(new Set(asked())).toEqual(new Set(["UID EXPUNGE"]));
  expect(await store().read.select({ subject: messages.subject }).from(messages)).toEqual([{ subject: "Mail 2" }]);
  expect(await store().read.select().from(conversations)).toHaveLength(1);
});

it("takes it back while there is time, and says nothing to the server", async () => {
  const { agent, conversationOf, move, subjects, asked, isSettled } = await open(1, gmail);
  await move(1, "trash");
  const id = await conversationOf(1);
  await deleteForGood(agent, id, { undoMs: 60_000 });
  expect(await subjects("trash")).toEqual([]);
  await expect(deleteForGood(agent, id, {})).rejects.toThrow("no such conversation");
  await takeBackDeletion(agent, id);
  expect(await subjects("trash")).toEqual(["Mail 1"]);
  expect([await isSettled(), asked()]).toEqual([true, []]);
  const done = await store().read.select({ kind: activities.kind }).from(activities);
  expect(done.map(({ kind }) => kind)).toEqual(["moved", "deleted", "undeleted"]);
  await expect(takeBackDeletion(agent, id)).rejects.toThrow("can still be taken back");
  await expect(takeBackDeletion(await build.agent({ inboxIds: [] }), id)).rejects.toThrow("can still be taken back");
});

it("refuses what lies elsewhere, so that no key pressed in an inbox deletes for good", async () => {
  const { agent, conversationOf, asked } = await open(1, gmail);
  await expect(deleteForGood(agent, await conversationOf(1), {})).rejects.toThrow("None of its mail lies in Trash");
  expect(asked()).toEqual([]);
});

it("leaves alone what somebody has taken out of Trash meanwhile", async () => {
  const { server, agent, conversationOf, move, isSettled, asked } = await open(1, gmail);
  const box = server.gmailbox("help@team.test");
  await move(1, "trash");
  await deleteForGood(agent, await conversationOf(1), { undoMs: 300 });
  box.move(
    "[Gmail]/Trash",
    box.trash.messages.map(({ uid }) => uid),
    "INBOX",
  );
  await until(isSettled);
  await until(async () =>
    (await store().read.select().from(placements)).some(({ labels }) => labels.includes("\\Inbox")),
  );
  expect([...box.mails].map(({ where }) => where)).toEqual(["all"]);
  expect(asked().filter((command) => command !== "UID EXPUNGE")).toEqual([]);
});

it("does nothing, says why and shows it again where a server can only expunge all that is marked", async () => {
  const { mailbox, agent, conversationOf, move, asked, subjects } = await open(1, { capabilities: "plain" });
  await move(1, "trash");
  await deleteForGood(agent, await conversationOf(1), { undoMs: 0 });
  await until(async () => (await store().read.select().from(activities)).some(({ kind }) => kind === "act-failed"));
  expect(await subjects("trash")).toEqual(["Mail 1"]);
  expect(asked()).toEqual([]);
  expect(mailbox.folder("Trash").messages).toHaveLength(1);
});
