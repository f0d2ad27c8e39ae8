import { describe, expect, it } from "vitest";
import { ConversationQuery } from "#lib/contracts/conversation";
import type { Agent } from "#server/auth/agent";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { indexStored } from "#server/testing/find-by-words";
import { useFreshStore } from "#server/testing/fresh-store";
import { listConversations } from "./list-conversations.ts";

describe("the list of conversations", () => {
  useFreshStore();

  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
  const list = (agent: Agent, query: Record<string, unknown> = {}) =>
    listConversations(agent, ConversationQuery.parse(query));
  const idsOf = async (agent: Agent, query: Record<string, unknown> = {}) =>
    (await list(agent, query)).items.map((item) => item.id);

  async function team() {
    const inbox = await build.inbox();
    const account = await build.account({ inboxId: inbox.id });
    const agent = await build.agent({ inboxIds: [inbox.id] });
    const folders = {
      inbox: await build.folder({ accountId: account.id, role: "inbox" }),
      archive: await build.folder({ accountId: account.id, role: "archive" }),
      sent: await build.folder({ accountId: account.id, role: "sent" }),
      trash: await build.folder({ accountId: account.id, role: "trash" }),
      junk: await build.folder({ accountId: account.id, role: "junk" }),
      drafts: await build.folder({ accountId: account.id, role: "drafts" }),
    };
    return { inbox, account, agent, folders };
  }

  type Team = Awaited<ReturnType<typeof team>>;
  type ConversationWishes = NonNullable<Parameters<typeof build.conversation>[0]>;
  type MessageWishes = NonNullable<Parameters<typeof build.message>[0]>;

  async function mail(
    folderId: number,
    wishes: { conversation?: ConversationWishes; message?: MessageWishes; seen?: boolean } = {},
  ) {
    const conversationId = wishes.message?.conversationId ?? (await build.conversation(wishes.conversation)).id;
    const message = await build.message({ ...wishes.message, conversationId });
    await build.placement({ messageId: message.id, folderId, seen: wishes.seen ?? false });
    return conversationId;
  }

  describe("the views", () => {
    async function oneOfEach({ agent, folders }: Team) {
      const colleague = await build.agent();
      const tomorrow = new Date(Date.now() + 86_400_000);
      const inbox = folders.inbox.id;
      return {
        open: await mail(inbox),
        mine: await mail(inbox, { conversation: { assigneeId: agent.id } }),
        minePending: await mail(inbox, { conversation: { assigneeId: agent.id, status: "pending" } }),
        theirs: await mail(inbox, { conversation: { assigneeId: colleague.id } }),
        pending: await mail(inbox, { conversation: { status: "pending" } }),
        snoozed: await mail(inbox, { conversation: { snoozedUntil: tomorrow } }),
        woken: await mail(inbox, { conversation: { snoozedUntil: at(0) } }),
        closed: await mail(inbox, { conversation: { status: "closed" } }),
        archived: await mail(folders.archive.id),
        trashed: await mail(folders.trash.id),
        junk: await mail(folders.junk.id),
        sent: await mail(folders.sent.id, { message: { direction: "out" } }),
        draft: await mail(folders.drafts.id, { conversation: { status: "closed" }, message: { direction: "out" } }),
      };
    }

    it.each([
      ["open", ["open", "mine", "theirs", "woken", "sent"]],
      ["mine", ["mine", "minePending"]],
      ["unassigned", ["open", "woken", "sent"]],
      ["pending", ["minePending", "pending"]],
      ["snoozed", ["snoozed"]],
      ["closed", ["closed"]],
      [
        "all",
        ["open", "mine", "minePending", "theirs", "pending", "snoozed", "woken", "closed", "archived", "sent", "draft"],
      ],
      ["sent", ["sent"]],
      ["drafts", ["draft"]],
      ["archive", ["archived"]],
      ["junk", ["junk"]],
      ["trash", ["trashed"]],
    ] as const)("%s", async (view, names) => {
      const here = await team();
      const made: Record<string, number> = await oneOfEach(here);
      const shown = await idsOf(here.agent, { view });
      const shownNames = Object.keys(made).filter((name) => shown.includes(made[name] ?? 0));
      expect(shownNames).toEqual(names);
    });

    it("shows a conversation in which somebody is writing among the drafts", async () => {
      const { agent, folders } = await team();
      const id = await mail(folders.inbox.id);
      await build.draft({ conversationId: id });
      expect(await idsOf(agent, { view: "drafts" })).toEqual([id]);
    });
  });

  describe("what is asked for", () => {
    it("narrows by account, folder, assignee and tag", async () => {
      const { inbox, agent, folders } = await team();
      const otherAccount = await build.account({ inboxId: inbox.id });
      const other = await build.folder({ accountId: otherAccount.id });
      const first = await mail(folders.inbox.id);
      const second = await mail(other.id, { conversation: { assigneeId: agent.id } });
      const trashed = await mail(folders.trash.id);
      expect(await idsOf(agent, { account: otherAccount.id })).toEqual([second]);
      expect(await idsOf(agent, { folder: folders.inbox.id })).toEqual([first]);
      expect(await idsOf(agent, { folder: folders.trash.id })).toEqual([trashed]);
      expect(await idsOf(agent, { assignee: agent.id })).toEqual([second]);
      expect(await idsOf(agent, { tag: 1 })).toEqual([]);
    });

    it("shows a message in the folder it is on its way to", async () => {
      const { agent, folders } = await team();
      const message = await build.message();
      await build.placement({ messageId: message.id, folderId: folders.inbox.id, movingToFolderId: folders.trash.id });
      expect(await idsOf(agent, { folder: folders.inbox.id })).toEqual([]);
      expect(await idsOf(agent, { folder: folders.trash.id })).toEqual([message.conversationId]);
    });

    it("sorts by newest, oldest, and who waits longest for us", async () => {
      const { agent, folders } = await team();
      const early = await mail(folders.inbox.id, { message: { receivedAt: at(1) } });
      const answered = await mail(folders.inbox.id, { message: { receivedAt: at(2) } });
      await mail(folders.sent.id, { message: { conversationId: answered, direction: "out", receivedAt: at(4) } });
      const late = await mail(folders.inbox.id, { message: { receivedAt: at(3) } });
      expect(await idsOf(agent)).toEqual([answered, late, early]);
      expect(await idsOf(agent, { sort: "oldest" })).toEqual([early, late, answered]);
      expect(await idsOf(agent, { sort: "waiting" })).toEqual([early, late]);
    });

    it("answers the rows a change named, whatever their view, and none of another inbox", async () => {
      const { agent, folders } = await team();
      const trashed = await mail(folders.trash.id);
      const foreign = await mail((await build.folder()).id);
      expect(await idsOf(agent, { ids: `${trashed},${foreign},999` })).toEqual([trashed]);
    });

    it("has nothing for an agent of no inbox, nor from an inbox that is not theirs", async () => {
      const { inbox, folders } = await team();
      await mail(folders.inbox.id);
      const stranger = await build.agent();
      expect(await idsOf(stranger)).toEqual([]);
      expect(await idsOf(stranger, { inbox: inbox.id })).toEqual([]);
      expect(await idsOf(stranger, { account: 1, view: "all" })).toEqual([]);
    });
  });

  describe("two inboxes", () => {
    it("shows a conversation that lies in both once, at its newest message, page by page", async () => {
      const { agent: member, folders } = await team();
      const second = await team();
      const agent: Agent = { ...member, inboxIds: [...member.inboxIds, second.inbox.id] };
      const both: number[] = [];
      for (let minute = 0; minute < 20; minute += 2) {
        const id = await mail(folders.inbox.id, { message: { receivedAt: at(minute) } });
        await mail(second.folders.inbox.id, { message: { conversationId: id, receivedAt: at(minute + 21) } });
        both.push(id);
      }
      const seen: number[] = [];
      let cursor: string | null = null;
      do {
        const page = await list(agent, { limit: 3, ...(cursor && { cursor }) });
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(both.toReversed());
    });

    it("lets the sight that is in the view stand for it when the newer one is not", async () => {
      const { agent: member, folders } = await team();
      const second = await team();
      const agent: Agent = { ...member, inboxIds: [...member.inboxIds, second.inbox.id] };
      const id = await mail(folders.inbox.id, { message: { receivedAt: at(1), subject: "Here" } });
      await mail(second.folders.archive.id, { message: { conversationId: id, receivedAt: at(5), subject: "There" } });
      const [item] = (await list(agent)).items;
      expect(item).toMatchObject({ id, subject: "Here", inboxIds: agent.inboxIds, roles: ["inbox", "archive"] });
      expect(await idsOf(agent, { view: "archive" })).toEqual([id]);
    });

    it("tells a member of one inbox nothing of what lies only in the other", async () => {
      const { agent, account, folders } = await team();
      const second = await team();
      const id = await mail(folders.inbox.id, { message: { receivedAt: at(1) }, seen: true });
      await mail(second.folders.trash.id, { message: { conversationId: id, receivedAt: at(5), preview: "secret" } });
      const [item] = (await list(agent)).items;
      expect(item).toMatchObject({
        inboxIds: agent.inboxIds,
        accountIds: [account.id],
        roles: ["inbox"],
        unseen: false,
        messageCount: 1,
        lastMessageAt: at(1).toISOString(),
      });
      await indexStored();
      expect(await idsOf(agent, { q: "secret", view: "all" })).toEqual([]);
      expect(await idsOf(second.agent, { q: "secret", view: "trash" })).toEqual([id]);
    });
  });

  describe("paging", () => {
    it("misses and repeats nothing while new mail arrives on top", async () => {
      const { agent, folders } = await team();
      const expected: number[] = [];
      for (let n = 0; n < 12; n += 1)
        expected.unshift(await mail(folders.inbox.id, { message: { receivedAt: at(Math.floor(n / 3)) } }));
      const seen: number[] = [];
      let cursor: string | null = null;
      do {
        const page = await list(agent, { limit: 5, ...(cursor && { cursor }) });
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
        await mail(folders.inbox.id, { message: { receivedAt: at(30 + seen.length) } });
      } while (cursor);
      expect(seen).toEqual(expected);
    });

    it("refuses a cursor that is not one of ours", async () => {
      const { agent } = await team();
      await expect(list(agent, { cursor: "bm9wZQ" })).rejects.toMatchObject({ code: "malformed" });
    });

    it("reads along the index, whatever the length of the list", async () => {
      const { agent, inbox } = await team();
      const { sliceQuery } = await import("#db/queries/conversations/page-of-conversations");
      const db = store().read;
      const scope = { agentId: agent.id, inboxIds: [inbox.id], now: new Date() };
      const cursor = { lastMessageAt: new Date(), conversationId: 5 };
      const planOf = (view: "open" | "all", status: "open" | null) => {
        const filter = { view, isAnywhere: false, literals: [], sort: "newest" as const };
        const { sql, params } = sliceQuery(db, scope, filter, { inboxId: inbox.id, status }, cursor, 51).toSQL();
        const rows = db.$client.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...params);
        return rows.map((row) => row.detail).join("\n");
      };
      expect(planOf("open", "open")).toMatch(
        /USING INDEX conversation_inboxes_by_status \(inbox_id=\? AND listed=\? AND status=\? AND/,
      );
      expect(planOf("all", null)).toMatch(
        /USING INDEX conversation_inboxes_by_date \(inbox_id=\? AND \(?last_message_at/,
      );
      for (const plan of [planOf("open", "open"), planOf("all", null)]) expect(plan).not.toContain("TEMP B-TREE");
    });
  });
});
