/** Mail that goes to a folder which an account was given before anybody knew where its server keeps folders. */
import { expect, it } from "vitest";
import { accounts, messages, operations } from "#db/schema/index";
import { moveConversation } from "../commands/conversations/move-conversation.ts";
import { store } from "../store.ts";
import { build } from "./build.ts";
import { useFreshStore } from "./fresh-store.ts";
import { until } from "./run-sync.ts";
import { plainMail, shownIn, useScriptedSync } from "./scripted-sync.ts";

useFreshStore();
const scripted = useScriptedSync();

it.each([
  ["is made where the server keeps folders", false],
  ["is the one that the server has there meanwhile", true],
])("A folder for archived mail %s", async (_, isThereMeanwhile) => {
  const { server, mailbox, start } = await scripted(0, { namespacePrefix: "INBOX." });
  for (const path of mailbox.folders.keys()) if (path !== "INBOX") mailbox.delete(path);
  mailbox.deliver(plainMail(1));
  const { account, stop } = await start({ withOutbox: true });
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  const [message] = await until(async () => {
    const rows = await store().read.select().from(messages);
    return rows.length > 0 && rows;
  });
  await until(async () => (await store().read.select().from(accounts)).every(({ state }) => state === "live"));
  server.setFaults(({ command }) => {
    const isLate = command === "UID MOVE" && isThereMeanwhile && !mailbox.folders.has("INBOX.Archive");
    if (isLate) mailbox.create("INBOX.Archive");
    return undefined;
  });
  await moveConversation(agent, message?.conversationId ?? 0, { role: "archive" });
  const rows = async () => store().read.select().from(operations);
  await until(async () => (await rows()).every(({ settledAt }) => settledAt !== null));
  expect((await rows()).map(({ state }) => state)).toEqual(["done"]);
  expect([...mailbox.folders.keys()].toSorted()).toEqual(["INBOX", "INBOX.Archive"]);
  expect(mailbox.contents("INBOX.Archive")).toHaveLength(1);
  await until(async () => (await shownIn("INBOX.Archive")).length === 1);
  await stop();
});
