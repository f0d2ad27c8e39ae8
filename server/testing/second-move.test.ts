/** A second move of a mail: before sync has seen where the first one took it, or after somebody else has moved it on. */
import { isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { accounts, messages, operations, placements } from "#db/schema/index";
import { moveConversation } from "../commands/conversations/move-conversation.ts";
import { store } from "../store.ts";
import { build } from "./build.ts";
import { useFreshStore } from "./fresh-store.ts";
import { until } from "./run-sync.ts";
import { capabilitiesWith, capabilitySets, type Capability } from "./scripted-imap/capabilities.ts";
import { plainMail, shownIn, useScriptedSync } from "./scripted-sync.ts";

useFreshStore();
const scripted = useScriptedSync();
const named = plainMail(1);
const nameless = plainMail(1).replace(/^Message-ID: .*\r\n/, "");

/** The one mail there is, with somebody who may move it, once its account is live. */
async function cameIn(inboxId: number) {
  const agent = await build.agent({ inboxIds: [inboxId] });
  const [message] = await until(async () => {
    const rows = await store().read.select().from(messages);
    return rows.length > 0 && rows;
  });
  await until(async () => (await store().read.select().from(accounts)).every(({ state }) => state === "live"));
  return { agent, conversationId: message?.conversationId ?? 0 };
}

it.each<[string, Capability[], string]>([
  ["MOVE and no UIDPLUS", ["UIDPLUS"], named],
  ["MOVE and no UIDPLUS, of a mail without Message-ID", ["UIDPLUS"], nameless],
  ["neither, of a mail without Message-ID", ["UIDPLUS", "MOVE"], nameless],
])("is carried out where the mail is, with %s", async (_, drop, source) => {
  const { server, mailbox, start } = await scripted(0, { capabilities: capabilitiesWith("condstore", { drop }) });
  mailbox.deliver(source);
  const { account, stop } = await start({ withOutbox: true });
  const { agent, conversationId } = await cameIn(account.inboxId);
  await moveConversation(agent, conversationId, { role: "archive" });
  // Sync is not told yet what became of it.
  server.setFaults(({ command }) => (command === "LIST" || command === "STATUS" ? { delayMs: 700 } : undefined));
  const firstDone = async () => (await store().read.select().from(operations)).some(({ state }) => state === "done");
  await until(firstDone);
  await moveConversation(agent, conversationId, { role: "trash" });
  const begun = async () =>
    (await store().read.select().from(operations)).some(({ id, attemptCount }) => id > 1 && attemptCount > 0);
  await until(begun);
  server.setFaults(() => undefined);
  const settled = async () =>
    (await store().read.select().from(operations)).every(({ settledAt }) => settledAt !== null) &&
    (await shownIn("Trash")).length === 1;
  await until(settled);
  const live = (path: string) => mailbox.contents(path).filter(({ flags }) => !flags.includes("\\Deleted"));
  expect([live("INBOX").length, live("Archive").length, live("Trash").length]).toEqual([0, 0, 1]);
  const shown = async () => store().read.select().from(placements).where(isNull(placements.missingSince));
  await until(async () => (await shown()).filter(({ deleted }) => !deleted).length === 1);
  await stop();
});

it("does not wait for a mail that another program took on before anybody saw where the first one brought it", async () => {
  const capabilities = capabilitiesWith("condstore", { drop: ["UIDPLUS"] });
  const { server, mailbox, start } = await scripted(0, { capabilities });
  mailbox.deliver(nameless);
  mailbox.create("Elsewhere");
  const { account, stop } = await start({ withOutbox: true });
  const { agent, conversationId } = await cameIn(account.inboxId);
  const rows = async () => store().read.select().from(operations);
  server.setFaults(({ command }) => (command === "LIST" || command === "STATUS" ? { delayMs: 700 } : undefined));
  await moveConversation(agent, conversationId, { role: "archive" });
  await until(async () => (await rows()).some(({ state }) => state === "done"));
  const [arrived] = mailbox.contents("Archive");
  mailbox.move("Archive", [arrived?.uid ?? 0], "Elsewhere");
  await moveConversation(agent, conversationId, { role: "trash" });
  server.setFaults(() => undefined);
  await until(async () => (await rows()).every(({ settledAt }) => settledAt !== null));
  await until(async () => (await shownIn("Elsewhere")).length === 1);
  expect(["INBOX", "Archive", "Trash", "Elsewhere"].map((path) => mailbox.contents(path).length)).toEqual([0, 0, 0, 1]);
  await stop();
});

it("does not wait for a mail that another program took away before the first one", async () => {
  const { server, mailbox, start } = await scripted(0, { capabilities: capabilitySets.qresync });
  const uid = mailbox.deliver(named);
  mailbox.create("Elsewhere");
  const { account, stop } = await start({ withOutbox: true });
  const { agent, conversationId } = await cameIn(account.inboxId);
  let isHeld = true;
  server.setFaults(({ command }) => {
    if (command !== "UID MOVE" || !isHeld) return undefined;
    isHeld = false;
    mailbox.move("INBOX", [uid], "Elsewhere");
    return { delayMs: 700 };
  });
  await moveConversation(agent, conversationId, { role: "archive" });
  await until(async () => !isHeld);
  await moveConversation(agent, conversationId, { role: "trash" });
  const rows = async () => store().read.select().from(operations);
  await until(async () => (await rows()).every(({ settledAt }) => settledAt !== null));
  expect((await rows()).map(({ state }) => state)).toEqual(["done", "done"]);
  await until(async () => (await shownIn("Elsewhere")).length === 1);
  await stop();
});
