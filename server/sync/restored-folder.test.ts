import { describe, expect, it } from "vitest";
import { conversations, messages } from "#db/schema/index";
import { store } from "#server/store";
import { useFreshStore } from "#server/testing/fresh-store";
import type { ScriptedFolder } from "#server/testing/scripted-imap/scripted-folder";
import { folderNamed, headersAsked, plainMail, shownIn, useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

/** As it was when its newest message was `uid`: what came since is gone, and its numbers are given anew. */
function restore(folder: ScriptedFolder, uid: number): void {
  folder.messages.splice(folder.messages.findIndex((message) => message.uid > uid));
  folder.expunged.length = 0;
  folder.uidNext = uid + 1;
  folder.highestModseq = BigInt(uid + 1);
}

describe.each(["qresync", "condstore", "plain"] as const)(
  "a folder of a server (%s) restored from a backup",
  (kind) => {
    it("with UIDNEXT going backwards loses what is gone, and its new mail is not taken for the old", async () => {
      const { mailbox, start } = await scripted(60, { capabilities: kind });
      const sync = await start();
      await sync.settled();
      restore(mailbox.folder("INBOX"), 55);
      mailbox.deliver(plainMail("after-one"));
      mailbox.deliver(plainMail("after-two"));
      await sync.settled();
      const shown = await shownIn("INBOX");
      expect(shown.slice(-2).map((row) => [row.uid, row.id])).toEqual([
        [56, "after-one@customer.test"],
        [57, "after-two@customer.test"],
      ]);
      expect(shown).toHaveLength(57);
      // What is gone from the server is still known here, should it turn up again.
      expect(await store().read.$count(messages)).toBe(62);
      expect(await store().read.$count(conversations)).toBe(62);
    });

    it("with UIDNEXT going backwards and no new mail yet takes what comes later for new", async () => {
      const { server, mailbox, start } = await scripted(60, { capabilities: kind });
      const sync = await start();
      await sync.settled();
      restore(mailbox.folder("INBOX"), 55);
      await sync.settled();
      const askedBefore = server.requests.flatMap(headersAsked).length;
      mailbox.deliver(plainMail("later"));
      await sync.settled();
      expect((await shownIn("INBOX")).at(-1)).toMatchObject({ uid: 56, id: "later@customer.test" });
      expect(await folderNamed("INBOX")).toMatchObject({ generation: 1 });
      // The ends of the folder were looked at once, and not all of it was read anew.
      expect(server.requests.flatMap(headersAsked).length - askedBefore).toBeLessThan(60);
    });
  },
);

it("MODSEQ going backwards makes all flags be read, whatever the anchor was", async () => {
  const { mailbox, start } = await scripted(60);
  const sync = await start();
  mailbox.setFlags("INBOX", [1], { add: ["\\Flagged"] });
  await sync.settled();
  const folder = mailbox.folder("INBOX");
  folder.highestModseq = 1n;
  for (const message of folder.messages) message.modseq = 1n;
  for (const uid of [2, 30, 60]) folder.find(uid)?.flags.add("\\Seen");
  await sync.settled();
  mailbox.setFlags("INBOX", [5], { add: ["\\Answered"] });
  await sync.settled();
  expect(await folderNamed("INBOX")).toMatchObject({ generation: 1, highestModseq: 2n });
});

it("a new UIDVALIDITY over the same UIDs is adopted, and nothing is read anew", async () => {
  const { server, mailbox, start } = await scripted(300);
  const sync = await start();
  await sync.settled();
  const before = await shownIn("INBOX");
  const askedBefore = server.requests.flatMap(headersAsked).length;
  const folder = mailbox.folder("INBOX");
  folder.renumber();
  mailbox.setFlags("INBOX", [7], { add: ["\\Seen"] });
  mailbox.expunge("INBOX", [150]);
  await sync.settled();
  expect(await shownIn("INBOX")).toEqual(before.filter((row) => row.uid !== 150));
  expect(await folderNamed("INBOX")).toMatchObject({ generation: 1, uidValidity: BigInt(folder.uidValidity) });
  expect(server.requests.flatMap(headersAsked).length - askedBefore).toBeLessThan(200);
});
