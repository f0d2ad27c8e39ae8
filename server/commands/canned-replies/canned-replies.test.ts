import { describe, expect, it } from "vitest";
import { cannedReplies, changes } from "#db/schema/index";
import { cannedRepliesMax } from "#lib/contracts/canned-reply";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { addCannedReply } from "./add-canned-reply.ts";
import { changeCannedReply } from "./change-canned-reply.ts";
import { removeCannedReply } from "./remove-canned-reply.ts";

const words = { name: "Thanks", html: "<p>Thank you.</p>" };

describe("canned replies", () => {
  useFreshStore();

  it("are told to the members of their inbox, those who lose one included, and everybody's to all", async () => {
    const [one, other] = [await build.inbox(), await build.inbox()];
    const admin = await build.agent({ role: "admin" });
    const id = await addCannedReply(admin, { ...words, inboxId: one.id });
    await changeCannedReply(admin, id, { inboxId: other.id });
    await changeCannedReply(admin, id, { inboxId: null });
    await removeCannedReply(admin, id);
    const rows = await store().read.select().from(changes);
    const change = { type: "canned-reply.changed", cannedReplyId: id };
    expect(rows.map(({ data }) => data)).toEqual([
      { ...change, inboxIds: [one.id] },
      { ...change, inboxIds: [one.id, other.id] },
      { ...change, inboxIds: [] },
      { ...change, inboxIds: [] },
    ]);
  });

  it("are not without number, in each inbox and for everybody", async () => {
    const inbox = await build.inbox();
    const agent = await build.agent({ inboxIds: [inbox.id] });
    const row = { ...words, inboxId: inbox.id, createdAt: new Date() };
    await store().write(async (tx) =>
      tx.insert(cannedReplies).values(Array.from({ length: cannedRepliesMax }, () => row)),
    );
    await expect(addCannedReply(agent, { ...words, inboxId: inbox.id })).rejects.toMatchObject({ code: "conflict" });
    const id = await addCannedReply(agent, words);
    await expect(changeCannedReply(agent, id, { inboxId: inbox.id })).rejects.toMatchObject({ code: "conflict" });
  });
});
