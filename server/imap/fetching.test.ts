import { describe, expect, it } from "vitest";
import { imapBackends, type ImapUser } from "../testing/imap-backends.ts";
import { sampleMail, useImapBackend } from "../testing/use-imap-backend.ts";
import type { ImapSession } from "./session.ts";

const everything = { from: 1, to: Infinity };

const flagsOf = async (session: ImapSession) =>
  new Map((await session.fetchFlags(everything)).rows.map((row) => [row.uid, row.flags.toSorted()]));

/** Flags 1 and removes 2 and 5 with another program. */
async function changeBehindIt(user: ImapUser): Promise<void> {
  const program = await user.other();
  await program.run("SELECT INBOX");
  await program.run("STORE 1 +FLAGS (\\Flagged)");
  await program.run("UID STORE 2,5 +FLAGS (\\Deleted)");
  await program.run("EXPUNGE");
  program.close();
}

describe.each(imapBackends)("Reading with $name", ({ start }) => {
  const server = useImapBackend(start);

  it("searches inside a range, and an empty answer is an empty list", async () => {
    const opened = await server.session(4);
    await opened.select("INBOX");
    expect(await opened.searchUids(everything)).toEqual([1, 2, 3, 4]);
    expect(await opened.searchUids({ from: 2, to: 3 })).toEqual([2, 3]);
    // `9:*` always holds the newest message; it is not in the range that was meant.
    expect(await opened.searchUids({ from: 9, to: Infinity })).toEqual([]);
    expect(await opened.searchUids(everything, new Date(Date.now() + 3 * 86_400_000))).toEqual([]);
    expect(await opened.searchHeader("Message-ID", "<3@example.com>")).toEqual([3]);
    expect(await opened.searchHeader("Subject", "näher")).toEqual([]);
  });

  it("fetches headers, parts and flags of the messages asked for, and names the missing", async () => {
    const opened = await server.session(3);
    await opened.select("INBOX");
    await opened.storeFlags([2], { add: ["\\Seen", "Important"], remove: [] });
    const batch = await opened.fetchHeaders([3, 2, 77]);
    expect(batch.rows.map((row) => row.uid)).toEqual([3, 2]);
    expect(batch.missingUids).toEqual([77]);
    expect(batch.otherFlags).toEqual([]);
    const row = batch.rows[1];
    expect(row?.flags.toSorted()).toEqual(["Important", "\\Seen"]);
    expect(row?.sizeBytes).toBe(Buffer.byteLength(sampleMail(2)));
    expect(Math.abs(Date.now() - (row?.receivedAt.getTime() ?? 0))).toBeLessThan(60_000);
    const headers = row?.headers.toString() ?? "";
    expect(headers).toContain("References: <a@example.com>\r\n\t<0@example.com>\r\n");
    expect(headers).toContain("List-Id: <list.example.com>");
    expect(headers).not.toContain("X-Unwanted");
    expect(row?.parts).toEqual([
      expect.objectContaining({ part: "1", contentType: "text/plain", charset: "iso-8859-1", disposition: "" }),
      expect.objectContaining({
        part: "2",
        contentType: "image/png",
        encoding: "base64",
        filename: "the dot.png",
        contentId: "dot@example.com",
        disposition: "attachment",
      }),
    ]);
  });

  it("finds the one part of a message without parts, and leaves a message inside a message whole", async () => {
    const opened = await server.session();
    await server.user.deliver("Subject: bare\r\n\r\nText.\r\n");
    await server.user.deliver(`Content-Type: message/rfc822\r\n\r\n${sampleMail(1)}`);
    await opened.select("INBOX");
    const { rows } = await opened.fetchHeaders([1, 2]);
    expect(rows[0]?.parts).toEqual([expect.objectContaining({ part: "1", contentType: "text/plain" })]);
    expect(rows[1]?.parts).toEqual([expect.objectContaining({ part: "1", contentType: "message/rfc822" })]);
    expect((await opened.fetchParts(1, ["1"], 100)).get("1")?.toString()).toBe("Text.\r\n");
  });

  it("fetches parts as they are encoded, as far as asked, of one message and of several", async () => {
    const opened = await server.session(3);
    await opened.select("INBOX");
    const parts = await opened.fetchParts(1, ["1", "2"], 4);
    expect([...parts].map(([part, content]) => [part, content.toString()])).toEqual([
      ["1", "Caf="],
      ["2", "iVBO"],
    ]);
    const many = await opened.fetchPartsOfMany(
      [
        { uid: 1, parts: ["1"] },
        { uid: 2, parts: ["2"] },
        { uid: 3, parts: ["1"] },
        { uid: 99, parts: ["1"] },
      ],
      1000,
    );
    expect(many.get(3)?.get("1")?.toString()).toBe("Caf=E9");
    expect(many.get(2)?.get("2")?.toString()).toBe("iVBORw0KGgo=");
    expect(many.get(99)?.size).toBe(0);
    // Nothing of this marks a message as read.
    expect(await flagsOf(opened)).toEqual(new Map([1, 2, 3].map((uid) => [uid, []])));
  });

  it("fetches a whole message unless it is larger than allowed", async () => {
    const opened = await server.session(1);
    await opened.select("INBOX");
    expect((await opened.fetchSource(1, 10_000))?.toString()).toBe(sampleMail(1));
    expect(await opened.fetchSource(2, 10_000)).toBeNull();
    await expect(opened.fetchSource(1, 100)).rejects.toMatchObject({ kind: "too-large" });
  });

  it("fetches the flags of a range, and of those changed since where the server keeps count", async () => {
    const opened = await server.session(4);
    const { highestModseq } = await opened.select("INBOX");
    await opened.storeFlags([2, 4], { add: ["\\Seen"], remove: [] });
    const { rows } = await opened.fetchFlags({ from: 1, to: 3 }, highestModseq ?? undefined);
    expect(rows.map((row) => row.uid)).toEqual(server.capability === "plain" ? [1, 2, 3] : [2]);
    expect((await opened.fetchFlags({ from: 50, to: Infinity })).rows).toEqual([]);
  });

  it("learns at SELECT what changed since the last time, where the server can tell", async () => {
    const opened = await server.session(5);
    const before = await opened.select("INBOX");
    const anchor = { uidValidity: before.uidValidity, modseq: before.highestModseq ?? 1n, knownUidMax: 5 };
    await changeBehindIt(server.user);
    const after = await opened.select("INBOX", anchor);
    if (server.capability !== "qresync") expect(after.resync).toBeNull();
    else {
      expect(after.resync?.vanished).toEqual([2, 5]);
      expect(after.resync?.flags.find((row) => row.uid === 1)?.flags).toEqual(["\\Flagged"]);
      const strange = { ...anchor, uidValidity: before.uidValidity + 1n };
      expect((await opened.select("INBOX", strange)).resync).toBeNull();
      expect((await opened.select("INBOX", { ...anchor, knownUidMax: 4 })).resync?.vanished).toEqual([2]);
    }
    expect(after.messageCount).toBe(3);
  });

  it("learns with the flags what vanished, where the server can tell", async () => {
    const opened = await server.session(5);
    const before = await opened.select("INBOX");
    await changeBehindIt(server.user);
    const { rows, vanished } = await opened.fetchFlags({ from: 1, to: 5 }, before.highestModseq ?? undefined);
    expect(vanished).toEqual(server.capability === "qresync" ? [2, 5] : []);
    expect(rows.find((row) => row.uid === 1)?.flags).toEqual(["\\Flagged"]);
  });
});
