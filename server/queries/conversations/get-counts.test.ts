import { describe, expect, it, onTestFinished } from "vitest";
import { now, useClock } from "#server/clock";
import { singleton } from "#server/singleton";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { countsForPage, getCounts } from "./get-counts.ts";

describe("the sidebar's numbers", () => {
  useFreshStore();

  it("follow what is written, and what wakes though nobody writes", async () => {
    const account = await build.account();
    const agent = await build.agent({ inboxIds: [account.inboxId] });
    const folder = await build.folder({ accountId: account.id });
    const arrive = async (snoozedUntil: Date | null) => {
      const conversation = await build.conversation({ snoozedUntil });
      const message = await build.message({ conversationId: conversation.id });
      await build.placement({ messageId: message.id, folderId: folder.id });
    };
    const read = async () => {
      const { views } = await getCounts(agent);
      return [views.open, views.snoozed];
    };
    await arrive(null);
    expect(await read()).toEqual([1, 0]);
    expect(await read()).toEqual([1, 0]);
    await arrive(new Date(now().getTime() + 60_000));
    expect(await read()).toEqual([1, 1]);
    const later = new Date(now().getTime() + 61_000);
    onTestFinished(useClock({ now: () => later }));
    expect(await read()).toEqual([2, 0]);
  });

  it("hold up no page where counting takes long, but are in it once they are counted", async () => {
    const account = await build.account();
    const agent = await build.agent({ inboxIds: [account.inboxId] });
    const pace = singleton("counting-pace", () => ({ tookMs: 0 }));
    pace.tookMs = 0;
    expect((await countsForPage(agent))?.views.open).toBe(0);
    pace.tookMs = 1000;
    await build.folder({ accountId: account.id });
    expect(await countsForPage(agent)).toBeUndefined();
    const counts = await getCounts(agent);
    expect(await countsForPage(agent)).toEqual(counts);
  });
});
