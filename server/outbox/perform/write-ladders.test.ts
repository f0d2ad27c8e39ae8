import { describe, expect, it } from "vitest";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { customerMail } from "../../testing/outbox-mailbox.ts";
import { capabilitiesWith } from "../../testing/scripted-imap/capabilities.ts";
import { useScriptedOutbox } from "../../testing/scripted-outbox.ts";

useFreshStore();
const outbox = useScriptedOutbox();

const withoutMove = capabilitiesWith("qresync", { drop: ["MOVE"] });
const withoutUidplus = capabilitiesWith("qresync", { drop: ["UIDPLUS"] });
const withoutBoth = capabilitiesWith("qresync", { drop: ["UIDPLUS", "MOVE"] });

const archive = (box: Awaited<ReturnType<typeof outbox.open>>) => ({
  kind: "move" as const,
  toFolderId: box.mailbox.folder("Archive").id,
});
const seen = { kind: "store-flags" as const, add: ["\\Seen"], remove: [] };

describe("a move", () => {
  it("without MOVE copies, and expunges exactly what it has copied", async () => {
    const box = await outbox.open({ capabilities: withoutMove });
    box.there.folder("INBOX").setFlags([3], (flags) => flags.add("\\Deleted"));
    for (const one of box.taken.slice(0, 2)) await box.wish(one, archive(box));
    await box.work();
    expect(box.holds("INBOX")).toEqual([{ uid: 3, flags: ["\\Deleted"] }]);
    expect(box.holds("Archive").map(({ uid }) => uid)).toEqual([1, 2]);
    expect(box.asked("EXPUNGE", "CLOSE")).toEqual([]);
    expect(box.asked("UID EXPUNGE")).toEqual(["UID EXPUNGE 1:2"]);
    expect(await box.placement(box.taken[1])).toMatchObject({ folderId: box.mailbox.folder("Archive").id, uid: 2 });
  });

  it("without MOVE and UIDPLUS copies and marks, and never expunges", async () => {
    const box = await outbox.open({ capabilities: withoutBoth });
    await box.wish(box.taken[0], archive(box));
    await box.work();
    expect(box.holds("INBOX")[0]).toEqual({ uid: 1, flags: ["\\Deleted"] });
    expect(box.holds("Archive")).toEqual([{ uid: 1, flags: [] }]);
    expect(box.asked("EXPUNGE", "UID EXPUNGE", "CLOSE")).toEqual([]);
    expect(await box.placement(box.taken[0])).toMatchObject({ folderId: box.mailbox.folder("Archive").id, uid: 1 });
  });

  it("that could only copy is stored at both places, and known to be deleted at the first", async () => {
    const box = await outbox.open({ capabilities: withoutBoth });
    await box.wish(box.taken[0], archive(box));
    await box.work();
    const rows = (await box.placements()).filter(({ messageId }) => messageId === box.taken[0]?.message.id);
    expect(rows).toMatchObject([
      { id: box.taken[0]?.placement.id, folderId: box.mailbox.folder("Archive").id, uid: 1, deleted: false },
      { folderId: box.mailbox.folder("INBOX").id, uid: 1, deleted: true, movingToFolderId: null },
    ]);
  });

  it("without UIDPLUS is found again by its Message-ID", async () => {
    const box = await outbox.open({ capabilities: withoutUidplus });
    for (const one of box.taken) await box.wish(one, archive(box));
    await box.work();
    expect(box.asked("UID MOVE")).toHaveLength(1);
    expect((await box.placement(box.taken[2]))?.uid).toBe(3);
  });

  it("into a folder that is not there makes it once, subscribes to it, and is done", async () => {
    const box = await outbox.open();
    box.there.folders.delete("Archive");
    box.there.subscribed.delete("Archive");
    for (const one of box.taken) await box.wish(one, archive(box));
    await box.work();
    expect(box.holds("Archive")).toHaveLength(3);
    expect(box.there.subscribed.has("Archive")).toBe(true);
    expect(box.asked("CREATE")).toEqual(['CREATE "Archive"']);
  });

  it("into a folder that cannot be made fails, and is shown where the mail is", async () => {
    const box = await outbox.open({
      faults: ({ command }) => (command === "CREATE" ? { refuse: "NO [NOPERM] Not for you." } : undefined),
    });
    box.there.folders.delete("Archive");
    await box.show(box.taken[0], { movingToFolderId: box.mailbox.folder("Archive").id });
    await box.wish(box.taken[0], archive(box));
    await box.work();
    expect(await box.placement(box.taken[0])).toMatchObject({
      folderId: box.mailbox.folder("INBOX").id,
      movingToFolderId: null,
    });
    expect(await box.reasons()).toMatchObject([{ act: "move", reason: expect.stringContaining("Not for you.") }]);
  });

  it.each([
    ["UID MOVE", capabilitiesWith("qresync", {})],
    ["UID COPY", withoutMove],
    ["UID COPY", withoutBoth],
  ])(
    "that a full mailbox refuses (%s) is not tried again, and the conversation says so",
    async (command, capabilities) => {
      const box = await outbox.open({
        capabilities,
        faults: (request) => (request.command === command ? { refuse: "NO [OVERQUOTA] No room left." } : undefined),
      });
      await box.show(box.taken[0], { movingToFolderId: box.mailbox.folder("Archive").id });
      await box.wish(box.taken[0], archive(box));
      await box.work();
      expect(box.asked(command)).toHaveLength(1);
      expect(box.holds("INBOX")[0]).toEqual({ uid: 1, flags: [] });
      expect((await box.placement(box.taken[0]))?.movingToFolderId).toBeNull();
      const reason = "The mailbox is full. The server said: “No room left.”";
      expect(await box.reasons()).toMatchObject([{ act: "move", reason }]);
    },
  );

  it.each([{ capabilities: capabilitiesWith("qresync", {}) }, { capabilities: withoutBoth }])(
    "out of a folder that may only be read copies nothing",
    async ({ capabilities }) => {
      const box = await outbox.open({ capabilities, inbox: { readOnly: true } });
      await box.wish(box.taken[0], archive(box));
      await box.work();
      expect(box.holds("Archive")).toEqual([]);
      expect(await box.reasons()).toMatchObject([{ act: "move", reason: expect.stringContaining("INBOX") }]);
    },
  );

  it.each([
    ["after the copy was made and before it was answered", "UID COPY", "after"],
    ["before the source was marked", "UID STORE", "before"],
    ["after the source was marked", "UID STORE", "after"],
    ["before the source was expunged", "UID EXPUNGE", "before"],
  ] as const)("whose connection breaks %s leaves one message, where it was sent", async (_when, command, drop) => {
    let isBroken = false;
    const box = await outbox.open({
      capabilities: withoutMove,
      faults: (request) => {
        if (isBroken || request.command !== command) return undefined;
        isBroken = true;
        return { drop };
      },
    });
    await box.wish(box.taken[0], archive(box));
    await box.work();
    expect(isBroken).toBe(true);
    expect(box.holds("Archive")).toHaveLength(1);
    expect(box.holds("INBOX").map(({ uid }) => uid)).toEqual([2, 3]);
    expect(await box.placement(box.taken[0])).toMatchObject({ folderId: box.mailbox.folder("Archive").id, uid: 1 });
  });

  it("in doubt is not copied once more while the server does not say what its folder holds", async () => {
    const cuts = ["UID COPY", "SELECT Archive", "SELECT Archive"];
    const box = await outbox.open({
      capabilities: withoutMove,
      faults: ({ command, line }) => {
        const isNext = cuts[0] === command || (cuts[0] === "SELECT Archive" && /^SELECT "?Archive/.test(line));
        if (!isNext) return undefined;
        return cuts.shift() === "UID COPY" ? { drop: "after" } : { rewrite: () => [] };
      },
    });
    await box.wish(box.taken[0], archive(box));
    await box.work();
    expect(cuts).toEqual([]);
    expect(box.holds("Archive")).toHaveLength(1);
    expect(box.holds("INBOX").map(({ uid }) => uid)).toEqual([2, 3]);
  });

  it("in doubt does not take another mail with the same Message-ID for its copy", async () => {
    let isBroken = false;
    const box = await outbox.open({
      capabilities: withoutMove,
      faults: ({ command }) => {
        if (isBroken || command !== "UID COPY") return undefined;
        isBroken = true;
        box.there.deliver(customerMail(1).replace("Hello", "Something else altogether, and hello"), "Archive");
        return { drop: "before" };
      },
    });
    await box.wish(box.taken[0], archive(box));
    await box.work();
    expect(box.there.folder("Archive").messages.map(({ source }) => /Something/.test(source))).toEqual([true, false]);
    expect(await box.placement(box.taken[0])).toMatchObject({ folderId: box.mailbox.folder("Archive").id, uid: 2 });
  });
});

describe("flags", () => {
  it("of a folder that may only be read are shown as the server has them, and why", async () => {
    const box = await outbox.open({ inbox: { readOnly: true } });
    await box.show(box.taken[0], { seen: true });
    await box.wish(box.taken[0], seen);
    await box.work();
    expect(box.asked("UID STORE")).toEqual([]);
    expect((await box.placement(box.taken[0]))?.seen).toBe(false);
    expect(await box.reasons()).toMatchObject([{ act: "store-flags", reason: expect.stringContaining("INBOX") }]);
  });

  it("that a folder does not keep are taken back, and the others stored", async () => {
    const box = await outbox.open({ inbox: { keepsKeywords: false } });
    await box.show(box.taken[0], { seen: true, keywords: ["waiting"] });
    await box.wish(box.taken[0], { kind: "store-flags", add: ["\\Seen", "waiting"], remove: [] });
    await box.work();
    expect(box.holds("INBOX")[0]?.flags).toEqual(["\\Seen"]);
    expect(await box.placement(box.taken[0])).toMatchObject({ seen: true, keywords: [] });
    expect(await box.reasons()).toMatchObject([{ reason: "The mail server does not keep waiting in “INBOX”." }]);
  });

  it("that nobody asked for by name are taken back without a word", async () => {
    const box = await outbox.open({ inbox: { keepsKeywords: false } });
    await box.show(box.taken[0], { keywords: ["$Forwarded"] });
    await box.wish(box.taken[0], { kind: "store-flags", add: ["$Forwarded"], remove: [] });
    await box.work();
    expect((await box.placement(box.taken[0]))?.keywords).toEqual([]);
    expect(await box.reasons()).toEqual([]);
  });

  it("reach the server although it never answered, and once is enough", async () => {
    let isBroken = false;
    const box = await outbox.open({
      faults: ({ command }) => {
        if (isBroken || command !== "UID STORE") return undefined;
        isBroken = true;
        return { drop: "after" };
      },
    });
    await box.wish(box.taken[0], seen);
    await box.work();
    expect(box.holds("INBOX")[0]?.flags).toEqual(["\\Seen"]);
    expect((await box.operations()).map(({ state }) => state)).toEqual(["done"]);
  });
});
