import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accountComparison, folderComparisonsOf, wishComparison } from "#db/queries/health/comparisons";
import { accounts } from "#db/schema/index";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import { useFreshStore } from "#server/testing/fresh-store";
import { quietTiming } from "#server/testing/quiet-timing";
import { until } from "#server/testing/run-sync";
import { shownIn, useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

async function compareNow(): Promise<void> {
  await commit(async (tx, tell) => {
    await wishComparison(tx, 1, now());
    await tx.update(accounts).set({ settingsVersion: sql`${accounts.settingsVersion} + 1` });
    tell({ type: "account.changed", accountId: 1, inboxIds: [] });
  });
}

const ended = () => until(async () => (await accountComparison(store().read, 1))?.state === "done");
const inbox = async () => (await folderComparisonsOf(store().read, 1)).find((row) => row.path === "INBOX");

describe("an answer that cannot be all", () => {
  it("is not believed: what a search leaves out stays, and it is said", async () => {
    const { server, start } = await scripted(12);
    const sync = await start({ timing: quietTiming });
    await sync.settled();
    const without = (line: string) => line.replace(/ALL 1:12\b/, "ALL 1:9").replace(/ 10 11 12$/, "");
    server.setFaults(({ command }) =>
      command === "UID SEARCH" ? { rewrite: (lines) => lines.map(without) } : undefined,
    );
    await compareNow();
    await ended();
    expect(await inbox()).toMatchObject({ totalCount: 12, equalCount: 9, differenceCount: 3, mendedCount: 0 });
    expect((await inbox())?.detail).toContain("Nothing is taken for deleted");
    expect(await shownIn("INBOX")).toHaveLength(12);
    server.setFaults(null);
    await compareNow();
    await ended();
    expect(await inbox()).toMatchObject({ equalCount: 12, differenceCount: 0, detail: "" });
  });

  it("is not taken for a flag that was removed", async () => {
    const { server, start } = await scripted(12);
    const sync = await start({ timing: quietTiming });
    await sync.settled();
    server.setFaults(({ command }) =>
      command === "UID FETCH" ? { rewrite: (lines) => lines.filter((line) => !/UID 7\b/.test(line)) } : undefined,
    );
    await compareNow();
    await ended();
    expect(await inbox()).toMatchObject({ equalCount: 11, differenceCount: 1, mendedCount: 0 });
    expect((await inbox())?.differences).toMatchObject([{ uid: 7, kind: "unanswered", isMended: false }]);
    expect(await shownIn("INBOX")).toHaveLength(12);
  });
});
