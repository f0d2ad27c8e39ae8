import { describe, expect, it } from "vitest";
import { asc, eq } from "drizzle-orm";
import { activities, conversations, conversationTags, messages, notes, placements } from "#db/schema/index";
import { now, useClock } from "../clock.ts";
import { store } from "../store.ts";
import { build } from "../testing/build.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { removeUnplaced } from "./remove-unplaced.ts";

useFreshStore();

/** Looks as the days go by. */
async function onDays(...days: number[]): Promise<void> {
  const start = now().getTime();
  for (const day of days) {
    const restore = useClock({ now: () => new Date(start + day * 86_400_000) });
    await removeUnplaced().finally(restore);
  }
}

const kept = async () =>
  (await store().read.select({ id: messages.id }).from(messages).orderBy(asc(messages.id))).map((row) => row.id);

describe("a message without any placement", () => {
  it("is removed after 30 days, with its conversation", async () => {
    const message = await build.message();
    const placed = await build.placement();
    await onDays(0, 29);
    expect(await kept()).toEqual([message.id, placed.messageId]);
    await onDays(31);
    expect(await kept()).toEqual([placed.messageId]);
    expect(await store().read.$count(conversations)).toBe(1);
  });

  it("is kept when it turns up again, and its time begins anew", async () => {
    const message = await build.message();
    await onDays(0);
    const { id } = await build.placement({ messageId: message.id });
    await onDays(20);
    await store().write(async (tx) => tx.delete(placements).where(eq(placements.id, id)));
    await onDays(25, 40);
    expect(await kept()).toEqual([message.id]);
    await onDays(56);
    expect(await kept()).toEqual([]);
  });

  it("is kept for ever where people have worked on its conversation, or something is still to be done", async () => {
    const { inboxId } = await build.account();
    const agent = await build.agent();
    const inAll = [];
    const noted = await build.message();
    await store().write(async (tx) =>
      tx.insert(notes).values({ conversationId: noted.conversationId, inboxId, text: "Called.", createdAt: now() }),
    );
    const tagged = await build.message();
    const tag = await build.tag();
    await store().write(async (tx) =>
      tx.insert(conversationTags).values({ conversationId: tagged.conversationId, tagId: tag.id }),
    );
    const assigned = await build.message({ conversationId: (await build.conversation({ assigneeId: agent.id })).id });
    const closed = await build.message();
    await store().write(async (tx) =>
      tx.insert(activities).values({
        conversationId: closed.conversationId, agentId: agent.id, kind: "closed", data: {}, createdAt: now(),
      }),
    ); // prettier-ignore
    const drafted = await build.message();
    await build.draft({ conversationId: drafted.conversationId });
    const answered = await build.message();
    await build.send({ conversationId: answered.conversationId });
    const wished = await build.message();
    await build.operation({ messageId: wished.id });
    inAll.push(noted, tagged, assigned, closed, drafted, answered, wished);
    const forgotten = await build.message();
    await onDays(0, 400);
    const left = await kept();
    expect(left).toEqual(expect.arrayContaining(inAll.map((row) => row.id)));
    expect(left).not.toContain(forgotten.id);
  });

  it("goes alone where its conversation has other mail", async () => {
    const placed = await build.placement();
    const [first] = await store().read.select().from(messages).where(eq(messages.id, placed.messageId));
    const other = await build.message({ conversationId: first?.conversationId ?? 0 });
    await onDays(0, 31);
    expect(await kept()).toEqual([placed.messageId]);
    expect(other.conversationId).toBe(first?.conversationId);
    expect(await store().read.$count(conversations)).toBe(1);
  });
});
