import { beforeEach, describe, expect, it } from "vitest";
import { conversationTags, messageBodies } from "#db/schema/index";
import { SearchQuery } from "#lib/contracts/conversation";
import { conversationViews } from "#lib/contracts/vocabulary";
import type { Agent } from "#server/auth/agent";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { indexStored } from "#server/testing/find-by-words";
import { useFreshStore } from "#server/testing/fresh-store";
import { getCounts } from "./get-counts.ts";
import { listConversations } from "./list-conversations.ts";

type MessageWishes = NonNullable<Parameters<typeof build.message>[0]>;
type ConversationWishes = NonNullable<Parameters<typeof build.conversation>[0]>;

async function mail(
  folderId: number,
  message: MessageWishes = {},
  conversation: ConversationWishes = {},
  isSeen = true,
) {
  const { id: conversationId } = await build.conversation(conversation);
  const { id } = await build.message({ ...message, conversationId });
  await build.placement({ messageId: id, folderId, seen: isSeen });
  return { id: conversationId, messageId: id };
}

describe("a search", () => {
  useFreshStore();
  let agent: Agent;
  let ids: Record<"printer" | "invoice" | "trashed", number>;

  beforeEach(async () => {
    const account = await build.account();
    agent = await build.agent({ inboxIds: [account.inboxId], name: "Grace Hopper" });
    const inbox = await build.folder({ accountId: account.id });
    const own = await build.folder({ accountId: account.id, role: "none", name: "Kunden" });
    const trash = await build.folder({ accountId: account.id, role: "trash" });
    const printer = await mail(
      inbox.id,
      {
        subject: "Printer on fire", fromName: "Ada Byron", fromAddress: "ada@example.test", receivedAt: new Date("2026-02-01T10:00:00Z"),
        to: [{ name: "Help", address: "help@acme.test" }], preview: "It burns", attachmentCount: 1,
      },
      { assigneeId: agent.id },
      false,
    ); // prettier-ignore
    await store().write(async (tx) =>
      tx
        .insert(messageBodies)
        .values({ messageId: printer.messageId, text: "It burns since noon, 100% sure_thing, says Jörg ÜBER" }),
    );
    const invoice = await mail(
      own.id,
      { subject: "Invoice", fromName: "Bob", receivedAt: new Date("2026-03-01T10:00:00Z") },
      { status: "closed" },
    );
    const tag = await build.tag({ name: "VIP" });
    await store().write(async (tx) =>
      tx.insert(conversationTags).values({ conversationId: invoice.id, tagId: tag.id }),
    );
    await build.note({ conversationId: invoice.id });
    const trashed = await mail(trash.id, { subject: "Old invoice", receivedAt: new Date("2026-01-01T10:00:00Z") });
    ids = { printer: printer.id, invoice: invoice.id, trashed: trashed.id };
  });

  it("says of each what was found in it, and when that came in", async () => {
    await build.message({
      conversationId: ids.printer,
      receivedAt: new Date("2026-04-01T10:00:00Z"),
      subject: "Later",
    });
    await indexStored();
    const { items } = await listConversations(agent, SearchQuery.parse({ q: "noon" }));
    expect(items.map(({ id, found }) => [id, found?.at])).toEqual([[ids.printer, "2026-02-01T10:00:00.000Z"]]);
  });

  it.each<[string, (keyof typeof ids)[]]>([
    ["printer", ["printer"]],
    ["PRINTER fire", ["printer"]],
    [`"on fire"`, ["printer"]],
    [`"fire on"`, []],
    ["noon", ["printer"]],
    ["100%", ["printer"]],
    ["sure_th", ["printer"]],
    ["surext", []],
    ["jörg", ["printer"]],
    ["JÖRG", ["printer"]],
    ["über", ["printer"]],
    ["invoice", ["invoice"]],
    ["-invoice", ["printer"]],
    ["from:ada", ["printer"]],
    ["from:ada@example.test", ["printer"]],
    ["from:ada@example.te", ["printer"]],
    ["from:byron from:ada@example.test", ["printer"]],
    ["from:ada@example.tester", []],
    ["from:byron@example.test", []],
    ["-from:ada@example.test", ["invoice"]],
    ["is:unseen from:ada@example.test", ["printer"]],
    ["is:closed from:ada@example.test", []],
    ["tag:vip invoi", ["invoice"]],
    ["tag:vip subject:invoi", ["invoice"]],
    ["tag:vip prin", []],
    ["in:kunden invoi", ["invoice"]],
    ["in:trash invoi", ["trashed"]],
    ["in:trash -subject:prin invoi", ["trashed"]],
    ["in:trash -subject:old invoi", []],
    ["in:trash printe", []],
    ["-from:ada", ["invoice"]],
    ["to:help@acme", ["printer"]],
    ["help@acme", ["printer"]],
    ["to:address", []],
    ["address", []],
    ["subject:fire", ["printer"]],
    ["is:unseen", ["printer"]],
    ["is:seen", ["invoice"]],
    ["is:closed", ["invoice"]],
    ["is:open", ["printer"]],
    ["has:attachment", ["printer"]],
    ["-has:attachment", ["invoice"]],
    ["has:note", ["invoice"]],
    ["in:trash", ["trashed"]],
    ["in:trash invoice", ["trashed"]],
    ["in:inbox", ["printer"]],
    ["in:kunden", ["invoice"]],
    ["-in:kunden", ["printer"]],
    ["tag:vip", ["invoice"]],
    ["-tag:vip", ["printer"]],
    ["assignee:me", ["printer"]],
    ["assignee:hopper", ["printer"]],
    ["-assignee:me", ["invoice"]],
    ["assignee:none", ["invoice"]],
    ["before:2026-02-15", ["printer"]],
    ["after:2026-02-15", ["invoice"]],
    ["after:2026-02-01 before:2026-03-01", ["printer"]],
    ["is:unseen from:bob", []],
  ])("for %s", async (q, names) => {
    await indexStored();
    const { items } = await listConversations(agent, { ...SearchQuery.parse({ q }), ids: undefined });
    expect(items.map((item) => item.id)).toEqual(names.map((name) => ids[name]));
  });

  it("counts what each view lists, for an agent of one inbox or of two", async () => {
    const second = await build.account();
    const folder = await build.folder({ accountId: second.id });
    await mail(folder.id, {}, { snoozedUntil: new Date(Date.now() + 60_000) });
    const pending = await mail(folder.id, {}, { status: "pending" });
    await build.draft({ conversationId: pending.id });
    await build.placement({
      messageId: (await mail(folder.id)).messageId,
      folderId: (await build.folder({ accountId: second.id, role: "sent" })).id,
    });
    for (const inboxIds of [agent.inboxIds, [...agent.inboxIds, second.inboxId], []]) {
      const asker = { ...agent, inboxIds };
      const { views } = await getCounts(asker);
      for (const view of conversationViews) {
        const { items } = await listConversations(asker, { view, sort: "newest", limit: 200 });
        expect([view, views[view]]).toEqual([view, items.length]);
      }
    }
    expect((await getCounts(agent)).unseen).toBe(1);
  });

  it("counts a conversation of two inboxes once, and open ones by tag", async () => {
    const second = await build.account();
    const folder = await build.folder({ accountId: second.id });
    const { id } = await build.message({ conversationId: ids.printer });
    await build.placement({ messageId: id, folderId: folder.id });
    const tag = await build.tag();
    await store().write(async (tx) =>
      tx.insert(conversationTags).values({ conversationId: ids.printer, tagId: tag.id }),
    );
    const counts = await getCounts({ ...agent, inboxIds: [...agent.inboxIds, second.inboxId] });
    expect(counts).toMatchObject({ views: { open: 1, mine: 1, all: 2, trash: 1 }, unseen: 1, tags: { [tag.id]: 1 } });
    expect(Object.keys(counts.tags)).toHaveLength(1);
  });
});
