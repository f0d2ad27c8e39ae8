import { asc, eq, ne } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { changes, folders, operations, placements } from "#db/schema/index";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { moveConversation } from "./move-conversation.ts";
import { setFlagged } from "./set-flagged.ts";
import { setSeen } from "./set-seen.ts";

describe("what an act asks of the servers", () => {
  useFreshStore();

  type AccountWishes = NonNullable<Parameters<typeof build.account>[0]>;

  async function team(roles: FolderRole[] = ["inbox", "archive", "trash", "junk", "sent"], wishes: AccountWishes = {}) {
    const account = await build.account(wishes);
    const agent = await build.agent({ inboxIds: [account.inboxId] });
    const folderOf = new Map<FolderRole, number>();
    for (const role of roles) folderOf.set(role, (await build.folder({ accountId: account.id, role })).id);
    const { id } = await build.conversation();
    const put = async (
      role: FolderRole,
      flags: { seen?: boolean; flagged?: boolean } = {},
      direction: "in" | "out" = "in",
    ) => {
      const message = await build.message({ conversationId: id, direction });
      const folderId = folderOf.get(role);
      if (folderId === undefined) throw new Error("The account has no such folder.");
      return (await build.placement({ messageId: message.id, folderId, ...flags })).id;
    };
    return { account, agent, id, folderOf, put };
  }

  const waiting = async () => {
    const rows = await store()
      .read.select()
      .from(operations)
      .where(ne(operations.state, "cancelled"))
      .orderBy(asc(operations.id));
    return rows.map(({ placementId, payload }) => ({ placementId, payload }));
  };
  const placementOf = async (id: number) => {
    const [row] = await store().read.select().from(placements).where(eq(placements.id, id));
    if (!row) throw new Error("There is no such placement.");
    return row;
  };
  const begin = async () => {
    await store().write(async (tx) => tx.update(operations).set({ state: "inflight", attemptCount: 1 }));
  };
  const flagWish = (placementId: number, add: string[], remove: string[]) => ({
    placementId,
    payload: { kind: "store-flags", add, remove },
  });
  const moveWish = (placementId: number, toFolderId: number | undefined) => ({
    placementId,
    payload: { kind: "move", toFolderId },
  });

  describe("seen and flagged", () => {
    it("are wished only where they change something, and the outbox is told", async () => {
      const { agent, account, id, put } = await team();
      await put("inbox", { seen: true });
      const unseen = await put("inbox");
      await setSeen(agent, id, true);
      expect(await waiting()).toEqual([flagWish(unseen, ["\\Seen"], [])]);
      expect((await placementOf(unseen)).seen).toBe(true);
      const told = await store().read.select().from(changes);
      expect(told.map((row) => row.data)).toContainEqual({
        type: "outbox.wished",
        accountId: account.id,
        inboxIds: [],
      });
    });

    it("are no wish at all when taken back before anybody began", async () => {
      const { agent, id, put } = await team();
      const place = await put("inbox");
      await setSeen(agent, id, true);
      await setSeen(agent, id, false);
      expect(await waiting()).toEqual([]);
      expect((await placementOf(place)).seen).toBe(false);
    });

    it("are wished the other way when somebody has begun", async () => {
      const { agent, id, put } = await team();
      const place = await put("inbox");
      await setSeen(agent, id, true);
      await begin();
      await setSeen(agent, id, false);
      expect(await waiting()).toEqual([flagWish(place, ["\\Seen"], []), flagWish(place, [], ["\\Seen"])]);
    });

    it("leaves the rest of a wish that carries more than what is taken back", async () => {
      const { agent, account, id, put } = await team();
      const place = await put("inbox", { seen: true });
      const payload = { kind: "store-flags" as const, add: ["\\Seen", "\\Answered"], remove: [] };
      await build.operation({ accountId: account.id, kind: "store-flags", placementId: place, payload });
      await setSeen(agent, id, false);
      expect(await waiting()).toEqual([flagWish(place, ["\\Answered"], [])]);
    });

    it("mark the newest mail from outside as unseen, the newest of all as flagged", async () => {
      const { agent, id, put } = await team();
      await put("inbox", { seen: true, flagged: false });
      const received = await put("inbox", { seen: true });
      const answer = await put("sent", { seen: true }, "out");
      await setSeen(agent, id, false);
      await setFlagged(agent, id, true);
      expect(await waiting()).toEqual([flagWish(received, [], ["\\Seen"]), flagWish(answer, ["\\Flagged"], [])]);
    });

    it("stay as the server has them in an account that is connected read-only", async () => {
      const { agent, id, put } = await team(["inbox"], { mode: "read-only" });
      const place = await put("inbox");
      await setSeen(agent, id, true);
      expect((await placementOf(place)).seen).toBe(false);
      expect(await waiting()).toEqual([]);
    });
  });

  describe("a move", () => {
    it("takes what lies at hand to the archive and leaves the rest", async () => {
      const { agent, id, folderOf, put } = await team(["inbox", "archive", "trash", "junk", "sent", "none"]);
      const [inbox, own] = [await put("inbox"), await put("none")];
      const stays = [await put("sent", {}, "out"), await put("archive"), await put("trash")];
      await moveConversation(agent, id, { role: "archive" });
      const archive = folderOf.get("archive");
      expect(await waiting()).toEqual([moveWish(inbox, archive), moveWish(own, archive)]);
      expect(await placementOf(inbox)).toMatchObject({ movingToFolderId: archive, folderId: folderOf.get("inbox") });
      for (const place of stays) expect((await placementOf(place)).movingToFolderId).toBeNull();
    });

    it("there and back before anybody began is no move at all, also for a folder of the user's own", async () => {
      const { agent, id, put } = await team(["inbox", "trash", "none"]);
      const places = [await put("inbox"), await put("none")];
      await moveConversation(agent, id, { role: "trash" });
      await moveConversation(agent, id, { role: "inbox" });
      expect(await waiting()).toEqual([]);
      for (const place of places) expect((await placementOf(place)).movingToFolderId).toBeNull();
    });

    it("replaces one that waits", async () => {
      const { agent, id, folderOf, put } = await team();
      const place = await put("inbox");
      await moveConversation(agent, id, { role: "archive" });
      await moveConversation(agent, id, { role: "trash" });
      expect(await waiting()).toEqual([moveWish(place, folderOf.get("trash"))]);
      expect((await placementOf(place)).movingToFolderId).toBe(folderOf.get("trash"));
    });

    it("follows one that was begun, and shows the mail where it ends", async () => {
      const { agent, id, folderOf, put } = await team();
      const place = await put("inbox");
      await moveConversation(agent, id, { role: "archive" });
      await begin();
      await moveConversation(agent, id, { role: "inbox" });
      expect(await waiting()).toEqual([
        moveWish(place, folderOf.get("archive")),
        moveWish(place, folderOf.get("inbox")),
      ]);
      expect((await placementOf(place)).movingToFolderId).toBe(folderOf.get("inbox"));
    });

    it("brings back what is archived, thrown away or junk", async () => {
      const { agent, id, folderOf, put } = await team();
      const places = [await put("archive"), await put("trash"), await put("junk")];
      await moveConversation(agent, id, { role: "inbox" });
      expect(await waiting()).toEqual(places.map((place) => moveWish(place, folderOf.get("inbox"))));
    });

    it("archives to All Mail where the provider has that instead, and leaves the copy there alone", async () => {
      const { agent, id, folderOf, put } = await team(["inbox", "all", "trash"]);
      const place = await put("inbox");
      const row = await placementOf(place);
      const copy = await build.placement({ messageId: row.messageId, folderId: folderOf.get("all") ?? 0 });
      await moveConversation(agent, id, { role: "archive" });
      expect(await waiting()).toEqual([moveWish(place, folderOf.get("all"))]);
      expect((await placementOf(copy.id)).movingToFolderId).toBeNull();
    });

    it("throws away what lies only in All Mail", async () => {
      const { agent, id, folderOf, put } = await team(["inbox", "all", "trash"]);
      const place = await put("all");
      await moveConversation(agent, id, { role: "trash" });
      expect(await waiting()).toEqual([moveWish(place, folderOf.get("trash"))]);
    });

    it("goes to one folder by its id, in its account only", async () => {
      const { agent, account, id, folderOf, put } = await team(["inbox", "archive", "none"]);
      const second = await build.account({ inboxId: account.inboxId });
      const place = await put("inbox");
      const { messageId } = await placementOf(place);
      await build.placement({ messageId, folderId: (await build.folder({ accountId: second.id })).id });
      const foreign = await build.folder();
      await moveConversation(agent, id, { folderId: folderOf.get("none") });
      expect(await waiting()).toEqual([moveWish(place, folderOf.get("none"))]);
      await expect(moveConversation(agent, id, { folderId: foreign.id })).rejects.toMatchObject({ code: "not_found" });
      await expect(moveConversation(agent, id, {})).rejects.toMatchObject({ code: "invalid" });
    });

    it.each([
      ["beside INBOX", "Sent", "Archive"],
      ["below INBOX where every folder lies there", "INBOX.Sent", "INBOX.Archive"],
    ])("makes the folder that an account lacks, %s", async (_, sibling, expected) => {
      const { agent, account, id, put } = await team(["inbox"]);
      await build.folder({ accountId: account.id, role: "sent", path: sibling, delimiter: "." });
      await store().write(async (tx) => tx.update(folders).set({ delimiter: "." }));
      const place = await put("inbox");
      await moveConversation(agent, id, { role: "archive" });
      const [made] = await store().read.select().from(folders).where(eq(folders.path, expected));
      expect(made).toMatchObject({ role: "archive", roleSource: "name", name: "Archive", delimiter: "." });
      expect(await waiting()).toEqual([moveWish(place, made?.id)]);
    });

    it("is refused when every account that holds it is read-only, and skips those when not", async () => {
      const { agent, account, id, put, folderOf } = await team();
      const place = await put("inbox");
      const readOnly = await build.account({ inboxId: account.inboxId, mode: "read-only" });
      const { messageId } = await placementOf(place);
      const copy = await build.placement({ messageId, folderId: (await build.folder({ accountId: readOnly.id })).id });
      await moveConversation(agent, id, { role: "trash" });
      expect(await waiting()).toEqual([moveWish(place, folderOf.get("trash"))]);
      await store().write(async (tx) => tx.delete(placements).where(eq(placements.id, place)));
      await expect(moveConversation(agent, id, { role: "trash" })).rejects.toMatchObject({ code: "conflict" });
      expect((await placementOf(copy.id)).movingToFolderId).toBeNull();
    });
  });
});
