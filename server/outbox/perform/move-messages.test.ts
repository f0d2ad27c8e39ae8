import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { activities, folders, placements } from "#db/schema/index";
import { ImapError } from "../../imap/errors.ts";
import { store } from "../../store.ts";
import { build } from "../../testing/build.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { useOutboxMailbox } from "../../testing/outbox-mailbox.ts";

useFreshStore();
const box = useOutboxMailbox();

describe("moves", () => {
  it("keep the placement and give it the UID of the new place", async () => {
    const taken = await box.mailbox().takeIn();
    for (const one of taken) await box.wish(one, box.moveTo("Archive"));
    const calls = box.spy();
    box.run();
    await box.settled();
    const seen = await box.mailbox().see("Archive");
    expect(seen).toHaveLength(4);
    for (const [index, one] of taken.entries()) {
      expect(await box.placement(one.placement.id)).toMatchObject({
        folderId: box.mailbox().folder("Archive").id,
        uid: seen[index]?.uid,
        movingToFolderId: null,
      });
    }
    expect(calls.of("move")).toEqual(["move [1,2,3,4]"]);
  });

  it("are counted where they come from and where they arrive", async () => {
    const taken = await box.mailbox().takeIn();
    const [inbox, archive] = [box.mailbox().folder("INBOX"), box.mailbox().folder("Archive")];
    const counts = async () =>
      (await store().read.select().from(folders).orderBy(folders.path))
        .filter(({ id }) => id === inbox.id || id === archive.id)
        .map(({ path, storedCount }) => [path, storedCount]);
    // One that sync has stored there already.
    const uid = archive.uidNext ?? 1;
    await build.placement({ messageId: taken[0]?.message.id ?? 0, folderId: archive.id, uid });
    await store().write(async (tx) => {
      await tx.update(folders).set({ storedCount: 4 }).where(eq(folders.id, inbox.id));
      await tx.update(folders).set({ storedCount: 1 }).where(eq(folders.id, archive.id));
    });
    // And one that somebody else was faster with.
    const other = await box.login();
    await other.run("SELECT INBOX");
    await other.run('UID MOVE 4 "Trash"');
    other.close();
    for (const one of taken) await box.wish(one, box.moveTo("Archive"));
    box.run();
    await box.settled();
    expect(await counts()).toEqual([
      ["Archive", 3],
      ["INBOX", 0],
    ]);
  });

  it("keep the order of what happened to one message", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    for (const payload of [
      box.addFlags("\\Seen"),
      box.moveTo("Archive"),
      box.addFlags("\\Flagged"),
      box.moveTo("Trash"),
    ])
      await box.wish(first, payload);
    const calls = box.spy();
    box.run();
    await box.settled();
    expect((await box.mailbox().see("Trash"))[0]?.flags).toEqual(["\\Flagged", "\\Seen"]);
    const acts = calls.of("storeFlags", "move").map((call) => call.split(" ")[0]);
    expect(acts).toEqual(["storeFlags", "move", "storeFlags", "move"]);
  });

  it("there and on at once are one move", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    for (const path of ["Archive", "Trash", "Junk"]) await box.wish(first, box.moveTo(path));
    const calls = box.spy();
    box.run();
    await box.settled();
    expect(await box.mailbox().see("Junk")).toHaveLength(1);
    expect(calls.of("move")).toHaveLength(1);
  });

  it("give way to the row that sync has stored at the new place", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    await box.wish(first, box.moveTo("Archive"));
    const kept = await build.placement({
      messageId: first.message.id,
      folderId: box.mailbox().folder("Archive").id,
      uid: box.mailbox().folder("Archive").uidNext ?? 1,
    });
    box.run();
    await box.settled();
    const rows = await store().read.select().from(placements).where(eq(placements.messageId, first.message.id));
    expect(rows.map((row) => row.id)).toEqual([kept.id]);
  });

  it("find the message by its Message-ID when the server does not tell the new UID", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    await box.wish(first, box.moveTo("Archive"));
    const real = box.mailbox().session();
    box.spy({
      capabilities: { ...real.capabilities, uidplus: false },
      move: async (uids, path) => ({ ...(await real.move(uids, path)), uidMap: null }),
    });
    box.run();
    await box.settled();
    const [there] = await box.mailbox().see("Archive");
    expect(await box.placement(first.placement.id)).toMatchObject({
      folderId: box.mailbox().folder("Archive").id,
      uid: there?.uid,
    });
  });

  it("make the folder again that somebody removed from the server", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    const other = await box.login();
    await other.run("DELETE Archive");
    other.close();
    await box.wish(first, box.moveTo("Archive"));
    box.run();
    await box.settled();
    expect(await box.mailbox().see("Archive")).toHaveLength(1);
  });

  it("of a message that another program moved away end without a word", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    await store().write(async (tx) =>
      tx
        .update(placements)
        .set({ movingToFolderId: box.mailbox().folder("Archive").id })
        .where(eq(placements.id, first.placement.id)),
    );
    await box.wish(first, box.moveTo("Archive"));
    const other = await box.login();
    await other.run("SELECT INBOX");
    await other.run("UID MOVE 1 Trash");
    other.close();
    box.run();
    await box.settled();
    expect(await box.states()).toEqual(["done"]);
    const row = await box.placement(first.placement.id);
    expect(row?.movingToFolderId).toBeNull();
    expect(row?.missingSince).not.toBeNull();
  });

  it("that the server refuses are taken back, with the reason", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    await store().write(async (tx) =>
      tx.update(placements).set({ movingToFolderId: box.mailbox().folder("Archive").id }),
    );
    await box.wish(first, box.moveTo("Archive"));
    box.spy({ move: () => Promise.reject(new ImapError("over-quota", "OVERQUOTA", "The mailbox is full.")) });
    box.run();
    await box.settled();
    expect((await box.placement(first.placement.id))?.movingToFolderId).toBeNull();
    const rows = await store().read.select().from(activities);
    expect(rows.map((row) => row.data)).toMatchObject([{ act: "move", reason: "The mailbox is full." }]);
  });

  it.each([true, false])(
    "whose answer was lost are looked for before they are done again (moved: %s)",
    async (isMoved) => {
      const [first] = await box.mailbox().takeIn();
      if (!first) return;
      await box.wish(first, box.moveTo("Archive"));
      const real = box.mailbox().session();
      let moveCount = 0;
      box.spy({
        move: async (uids, path) => {
          moveCount += 1;
          if (moveCount === 1 && isMoved) await real.move(uids, path);
          if (moveCount === 1) throw new ImapError("network", "closed", "The connection broke.", { isUncertain: true });
          return real.move(uids, path);
        },
      });
      box.run();
      await box.settled();
      const [there, ...more] = await box.mailbox().see("Archive");
      expect(more).toEqual([]);
      expect(await box.placement(first.placement.id)).toMatchObject({
        folderId: box.mailbox().folder("Archive").id,
        uid: there?.uid,
      });
      expect(moveCount).toBe(isMoved ? 1 : 2);
    },
  );
});
