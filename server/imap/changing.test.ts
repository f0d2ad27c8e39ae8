import { describe, expect, it } from "vitest";
import { imapBackends } from "../testing/imap-backends.ts";
import { sampleMail, useImapBackend } from "../testing/use-imap-backend.ts";
import type { ImapSession } from "./session.ts";

const everything = { from: 1, to: Infinity };

const flagsOf = async (session: ImapSession) =>
  new Map((await session.fetchFlags(everything)).rows.map((row) => [row.uid, row.flags.toSorted()]));

describe.each(imapBackends)("Changing with $name", ({ start }) => {
  const server = useImapBackend(start);

  it("adds and removes flags and leaves all others", async () => {
    const opened = await server.session(2);
    await opened.select("INBOX");
    await opened.storeFlags([1, 2], { add: ["\\Seen", "$Forwarded"], remove: [] });
    await opened.storeFlags([1], { add: ["\\Flagged"], remove: ["\\Seen"] });
    const flags = await flagsOf(opened);
    expect(flags.get(1)).toEqual(["$Forwarded", "\\Flagged"]);
    expect(flags.get(2)).toEqual(["$Forwarded", "\\Seen"]);
  });

  it("moves messages, and what others have marked for deletion stays", async () => {
    const opened = await server.session(4);
    const trash = `${server.prefix}Trash`;
    await opened.select("INBOX");
    await opened.storeFlags([1], { add: ["\\Deleted"], remove: [] });
    const receipt = await opened.move([2, 3, 77], trash);
    const hasUidplus = server.capability !== "plain";
    expect(receipt.manner).toBe(hasUidplus ? "moved" : "copied");
    if (hasUidplus) expect(receipt.uidMap?.size).toBe(2);
    expect(await opened.searchUids(everything)).toEqual(hasUidplus ? [1, 4] : [1, 2, 3, 4]);
    expect((await flagsOf(opened)).get(1)).toEqual(["\\Deleted"]);
    const { uidValidity, messageCount } = await opened.select(trash);
    expect(messageCount).toBe(2);
    if (hasUidplus) expect(receipt.destinationUidValidity).toBe(uidValidity);
    expect(await opened.searchHeader("Message-ID", "<3@example.com>")).toEqual([receipt.uidMap?.get(3) ?? 2]);
  });

  it("does not take a message that is gone for one that was moved", async () => {
    const opened = await server.session(1);
    await opened.select("INBOX");
    expect((await opened.move([9], `${server.prefix}Trash`)).uidMap).toBeNull();
  });

  it("says that the destination is missing, and makes it on demand, whatever its name", async () => {
    const opened = await server.session(1);
    const path = `${server.prefix}Entwürfe & 日本`;
    await opened.select("INBOX");
    await expect(opened.move([1], path)).rejects.toMatchObject({ kind: "try-create" });
    await expect(opened.append(path, Buffer.from(sampleMail(1)), [], new Date())).rejects.toMatchObject({
      kind: "try-create",
      isUncertain: false,
    });
    await opened.createFolder(path);
    await opened.createFolder(path);
    await opened.move([1], path);
    expect((await opened.listFolders()).find((folder) => folder.path === path)?.status?.messageCount).toBe(1);
    expect((await opened.select(path)).messageCount).toBe(1);
  });

  it("puts a message into a folder with flags and date", async () => {
    const opened = await server.session();
    const path = `${server.prefix}Sent`;
    const receivedAt = new Date("2024-02-03T04:05:06Z");
    const receipt = await opened.append(path, Buffer.from(sampleMail(1)), ["\\Seen", "$Own"], receivedAt);
    const { uidValidity } = await opened.select(path);
    // Dovecot says it even when it is told not to announce it.
    const isTold = server.capability !== "plain" || receipt.uid !== null;
    expect(receipt).toEqual(isTold ? { uid: 1, uidValidity } : { uid: null, uidValidity: null });
    const { rows } = await opened.fetchHeaders([1]);
    expect(rows[0]?.receivedAt).toEqual(receivedAt);
    expect(rows[0]?.flags.toSorted()).toEqual(["$Own", "\\Seen"]);
  });
});
