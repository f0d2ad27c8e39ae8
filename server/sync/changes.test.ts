import { asc, eq, gt } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { foldersOf } from "#db/queries/sync/folders";
import { changes, messages, operations, placements } from "#db/schema/index";
import { doorbell } from "#server/events/doorbell";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { until } from "#server/testing/run-sync";
import type { VanishedMemory } from "#server/testing/scripted-imap/scripted-mailbox";
import { folderNamed, plainMail, shownIn, useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

const placed = () => store().read.select().from(placements).orderBy(asc(placements.uid));
const wishOf = async (placementId: number, payload: { add: string[]; remove: string[] }) =>
  build.operation({ accountId: 1, placementId, kind: "store-flags", payload: { kind: "store-flags", ...payload } });

describe("VANISHED", () => {
  it.each(["once-a-session", "once", "none", "no-log"] satisfies VanishedMemory[])(
    "that is lost, for the server remembers %s, leaves no ghosts",
    async (memory) => {
      const { server, mailbox, start } = await scripted(80);
      mailbox.vanishedMemory = memory;
      mailbox.deliver(plainMail("aside"), "Archive");
      const sync = await start();
      await sync.settled();
      mailbox.expunge("INBOX", [2, 40, 80]);
      // Told to a connection that ends before anybody could look into it.
      server.dropConnections();
      await sync.settled();
      mailbox.move("INBOX", [10], "Archive");
      mailbox.deliver(plainMail("one in, one out"));
      await sync.settled();
      expect(await shownIn("INBOX")).toHaveLength(77);
    },
  );

  it("of the newest message is not missed: changes are asked for up to a UID, never up to a star", async () => {
    const { server, mailbox, start } = await scripted(40, { capabilities: "condstore" });
    const sync = await start();
    await sync.settled();
    mailbox.expunge("INBOX", [40]);
    mailbox.setFlags("INBOX", [1, 39], { add: ["\\Seen"] });
    await sync.settled();
    const asked = server.requests
      .filter(({ line }) => line.includes("CHANGEDSINCE"))
      .map(({ line }) => line.split(" ")[2]);
    expect(asked.length).toBeGreaterThan(0);
    // Cyrus took the star for the newest message still there, and hid that a newer one had gone.
    expect(asked.filter((set) => set?.includes("*"))).toEqual([]);
  });

  it("that is false takes one message away for as long as it takes to count", async () => {
    const { server, mailbox, start } = await scripted(80);
    const sync = await start();
    await sync.settled();
    let toldCount = 0;
    server.setFaults(({ command }) =>
      command === "SELECT" && (toldCount += 1) <= 3
        ? { rewrite: (lines) => [...lines, "* VANISHED 5,17:19\r\n"] }
        : undefined,
    );
    mailbox.setFlags("INBOX", [1], { add: ["\\Seen"] });
    await until(async () => toldCount >= 3);
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(80);
  });
});

describe("the daily set difference", () => {
  it("finds what no count and no announcement tells", async () => {
    const { start } = await scripted(50);
    const sync = await start({ timing: { compareMs: 600_000 } });
    await sync.settled();
    // One that is not there in place of one that is: the counts are right.
    const fifth = (await placed()).find((row) => row.uid === 5);
    await store().write(async (tx) =>
      tx
        .update(placements)
        .set({ uid: 49_999 })
        .where(eq(placements.id, fifth?.id ?? 0)),
    );
    await sync.stop();
    const again = await start({ timing: { compareMs: 0 } });
    await until(async () => (await shownIn("INBOX")).some((row) => row.uid === 5));
    await until(async () => !(await shownIn("INBOX")).some((row) => row.uid === 49_999));
    await again.stop();
  });
});

describe("rolling flag windows", () => {
  it(
    "reach every message where nobody tells of changes, and go on where they broke off",
    { timeout: 60_000 },
    async () => {
      const { server, mailbox, start } = await scripted(5150, { capabilities: "plain" });
      await start({ timing: { pollMs: 1000, fullScanMs: 600_000 } });
      const isHere = async () =>
        (await foldersOf(store().read, 1)).some((one) => one.path === "INBOX" && one.backfillDone);
      await until(isHere, 40_000);
      let isBroken = false;
      server.setFaults(({ line }) => {
        // The second window, of the oldest messages.
        const isSecond = /^UID FETCH 1:\d+ \(UID FLAGS\)$/.test(line) && /1:[1-9]\d{0,2} /.test(line);
        if (!isSecond || isBroken) return undefined;
        isBroken = true;
        return { drop: "before" };
      });
      mailbox.setFlags("INBOX", [3, 100, 3000, 5149], { add: ["\\Flagged"] });
      await until(async () => isBroken, 20_000);
      await until(async () => (await store().read.$count(placements, eq(placements.flagged, true))) === 4, 20_000);
    },
  );
});

describe("echo suppression", () => {
  it("tells nobody twice of a flag that was set here and comes back from the server", async () => {
    const { mailbox, start } = await scripted(5);
    const sync = await start({ withOutbox: true });
    await sync.settled();
    // Their texts are told of as they come.
    await until(async () =>
      (await store().read.select().from(messages)).every(({ bodyState }) => bodyState !== "none"),
    );
    const [first] = await placed();
    if (!first) throw new Error("There are five.");
    await store().write(async (tx) => tx.update(placements).set({ flagged: true }).where(eq(placements.id, first.id)));
    const wish = await wishOf(first.id, { add: ["\\Flagged"], remove: [] });
    doorbell().ring();
    const isDone = async () => {
      const [row] = await store().read.select().from(operations).where(eq(operations.id, wish.id));
      return row?.state === "done";
    };
    await until(isDone);
    const [last] = (await store().read.select().from(changes).orderBy(asc(changes.seq))).slice(-1);
    const { highestModseq } = mailbox.folder("INBOX");
    await until(async () => (await folderNamed("INBOX")).modseqAnchor === highestModseq);
    const later = await store()
      .read.select()
      .from(changes)
      .where(gt(changes.seq, last?.seq ?? 0));
    expect(later.filter(({ type }) => type.startsWith("conversation."))).toEqual([]);
  });
});

describe("three-way merge per flag", () => {
  it("keeps what an agent changed and takes what another program changed, flag by flag", async () => {
    const { server, mailbox, start } = await scripted(3);
    mailbox.setFlags("INBOX", [1], { add: ["\\Answered", "Todo"] });
    const sync = await start({ withOutbox: true });
    await sync.settled();
    // Once, and without a reason that asks for patience: it is tried again after a second.
    let refusedCount = 0;
    server.setFaults(({ command }) =>
      command === "UID STORE" && (refusedCount += 1) === 1 ? { refuse: "NO Not now." } : undefined,
    );
    const [first] = await placed();
    if (!first) throw new Error("There are three.");
    await store().write(async (tx) =>
      tx.update(placements).set({ seen: true, keywords: [] }).where(eq(placements.id, first.id)),
    );
    await wishOf(first.id, { add: ["\\Seen"], remove: ["Todo"] });
    doorbell().ring();
    await until(async () => refusedCount > 0);
    mailbox.setFlags("INBOX", [1], { add: ["\\Flagged", "Later"], remove: ["\\Answered"] });
    const merged = { seen: true, flagged: true, answered: false, keywords: ["Later"] };
    await until(async () => (await placed())[0]?.flagged);
    expect((await placed())[0]).toMatchObject(merged);
    await sync.settled(20_000);
    expect((await placed())[0]).toMatchObject(merged);
    expect(mailbox.contents("INBOX")[0]?.flags).toEqual(["Later", "\\Flagged", "\\Seen"]);
  });
});
