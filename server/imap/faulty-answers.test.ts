import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { allowLoopback } from "../testing/imap-backends.ts";
import type { Fault } from "../testing/scripted-imap/faults.ts";
import { startScriptedImap, type ScriptedImap } from "../testing/scripted-imap/start-scripted-imap.ts";
import { sampleMail } from "../testing/use-imap-backend.ts";
import { openSession } from "./open-session.ts";
import type { ImapSession, SessionEvent } from "./session.ts";

const everything = { from: 1, to: Infinity };
const name = "ada@example.com";

let server: ScriptedImap;
const open: ImapSession[] = [];

beforeAll(async () => {
  allowLoopback();
  server = await startScriptedImap({ users: [{ name, password: "secret" }] });
});
afterAll(() => server.stop());
afterEach(() => {
  server.setFaults(null);
  for (const session of open.splice(0)) session.destroy();
  server.mailbox(name).delete("Test");
});

/** A session with a folder of three mails selected. */
async function session(): Promise<ImapSession> {
  for (const id of [1, 2, 3]) server.mailbox(name).deliver(sampleMail(id), "Test");
  const { host, port } = server;
  const opened = await openSession({
    host,
    port,
    security: "none",
    username: name,
    password: "secret",
    purpose: "command",
  });
  open.push(opened);
  await opened.select("Test");
  return opened;
}

/** Every time this command comes, this happens. */
const always = (command: string, fault: Fault) =>
  server.setFaults((request) => (request.command === command ? fault : undefined));

const rewriteEach = (change: (line: string) => string | null) => ({
  rewrite: (lines: string[]) => lines.map(change).filter((line) => line !== null),
});

const listenTo = (opened: ImapSession) => {
  const heard: SessionEvent[] = [];
  opened.listen((event) => heard.push(event));
  return heard;
};

describe("Every UID is accounted for", () => {
  it("when a row cannot be read", async () => {
    const opened = await session();
    const broken = (line: string) => (line.includes("UID 2 ") ? line.replace("FLAGS (", 'FLAGS (("') : line);
    always("UID FETCH", rewriteEach(broken));
    const batch = await opened.fetchHeaders([1, 2, 3]);
    expect(batch.rows.map((row) => row.uid)).toEqual([1, 3]);
    expect(batch.missingUids).toEqual([2]);
  });

  it("when a row is left out", async () => {
    const opened = await session();
    always(
      "UID FETCH",
      rewriteEach((line) => (line.includes("UID 3 ") ? null : line)),
    );
    expect((await opened.fetchHeaders([1, 2, 3])).missingUids).toEqual([3]);
    expect((await opened.fetchSource(3, 10_000)) ?? "nothing").toBe("nothing");
  });

  it("when the server says that some messages are gone, and that is no failure", async () => {
    const opened = await session();
    always("UID FETCH", {
      ...rewriteEach((line) => (line.includes("UID 1 ") ? null : line)),
      answer: "NO Some of the requested messages no longer exist.",
    });
    const batch = await opened.fetchHeaders([1, 2, 3]);
    expect([batch.rows.length, batch.missingUids]).toEqual([2, [1]]);
  });

  it("when the server tells of other messages in between", async () => {
    const opened = await session();
    const told = "* 9 FETCH (UID 200 FLAGS (\\Seen) MODSEQ (77))\r\n* 1 FETCH (FLAGS (\\Flagged) UID 1)";
    always("UID FETCH", { rewrite: (lines) => [told, ...lines] });
    const batch = await opened.fetchHeaders([1, 2]);
    expect(batch.rows.map((row) => [row.uid, row.flags])).toEqual([
      [1, []],
      [2, []],
    ]);
    expect(batch.otherFlags).toEqual([{ uid: 200, flags: ["\\Seen"], modseq: 77n }]);
  });

  it("when the later of two rows has other flags", async () => {
    const opened = await session();
    always("UID FETCH", { rewrite: (lines) => [...lines, "* 1 FETCH (UID 1 FLAGS (\\Answered))"] });
    const { rows, otherFlags } = await opened.fetchHeaders([1]);
    expect([rows[0]?.flags, rows[0]?.parts.length, otherFlags]).toEqual([["\\Answered"], 2, []]);
  });

  it("when a row lacks its UID, and then that something changed is told", async () => {
    const opened = await session();
    const heard = listenTo(opened);
    always(
      "UID FETCH",
      rewriteEach((line) => line.replace("UID 2 ", "")),
    );
    expect((await opened.fetchHeaders([1, 2, 3])).missingUids).toEqual([2]);
    expect(heard).toContainEqual({ kind: "changed", path: "Test" });
  });

  it("when the server gives no headers", async () => {
    const opened = await session();
    always(
      "UID FETCH",
      rewriteEach((line) => (line.includes("UID 2 ") ? line.replace(/BODY\[.*$/s, "BODY[HEADER] NIL)") : line)),
    );
    expect((await opened.fetchHeaders([1, 2, 3])).missingUids).toEqual([2]);
  });
});

describe("A message that cannot be had whole", () => {
  it("is had without what breaks it", async () => {
    const opened = await session();
    server.setFaults(({ line }) =>
      /BODYSTRUCTURE|SIZE/.test(line) ? { refuse: "NO Message cannot be parsed." } : undefined,
    );
    await expect(opened.fetchHeaders([2])).rejects.toMatchObject({ kind: "poison" });
    const row = await opened.fetchHeadersDegraded(2);
    expect(row?.headers.toString()).toContain("Message-ID: <2@example.com>");
    expect(row).toMatchObject({ uid: 2, parts: [] });
  });

  it("is had from its beginning when its headers are refused", async () => {
    const opened = await session();
    server.setFaults(({ line }) => (/HEADER/.test(line) ? { refuse: "NO [SERVERBUG] Internal error." } : undefined));
    expect((await opened.fetchHeadersDegraded(2))?.headers.toString()).toMatch(/<2@example\.com>[\s\S]*\r\n\r\n$/);
  });

  it("is not had by its flags alone, nor when there is nothing", async () => {
    const opened = await session();
    server.setFaults(({ line }) => (/BODY/.test(line) ? { refuse: "NO It is broken." } : undefined));
    expect(await opened.fetchHeadersDegraded(2)).toBeNull();
    expect(await opened.fetchHeadersDegraded(99)).toBeNull();
  });

  it("does not hide that the server is busy", async () => {
    const opened = await session();
    always("UID FETCH", { refuse: "NO [UNAVAILABLE] Not now." });
    await expect(opened.fetchHeadersDegraded(2)).rejects.toMatchObject({ kind: "refused" });
  });

  it("ends the connection when it would choke us, and is named as poison", async () => {
    const opened = await session();
    const parts = '("text" "plain" NIL NIL NIL "7bit" 1 1)'.repeat(30_000);
    always(
      "UID FETCH",
      rewriteEach((line) => line.replace(/BODYSTRUCTURE \(/, `BODYSTRUCTURE (${parts} `)),
    );
    await expect(opened.fetchHeaders([1])).rejects.toMatchObject({ kind: "poison" });
    expect(opened.isOpen).toBe(false);
  });

  it("may have a thousand parts", async () => {
    const opened = await session();
    const parts = '("text" "plain" NIL NIL NIL "7bit" 1 1)'.repeat(1000);
    always(
      "UID FETCH",
      rewriteEach((line) => line.replace(/BODYSTRUCTURE .* BODY\[/s, `BODYSTRUCTURE (${parts} "mixed") BODY[`)),
    );
    const { rows } = await opened.fetchHeaders([1]);
    expect(rows[0]?.parts.length).toBe(1000);
  });

  it("arrived when it was written, if the server's date cannot be read", async () => {
    const opened = await session();
    always(
      "UID FETCH",
      rewriteEach((line) => line.replace(/INTERNALDATE "[^"]*"/, 'INTERNALDATE "soon"')),
    );
    expect((await opened.fetchHeaders([1])).rows[0]?.receivedAt).toEqual(new Date("2024-01-01T10:00:00Z"));
  });

  it("is cut to what was asked where the server ignores that", async () => {
    const opened = await session();
    const whole = (line: string) => line.replace(/BODY\[1\]<0> \{\d+\}\r\n.*?\)$/s, "BODY[1] {6}\r\nabcdef)");
    always("UID FETCH", rewriteEach(whole));
    expect((await opened.fetchParts(1, ["1"], 3)).get("1")?.toString()).toBe("abc");
  });
});

describe("No answer is not an empty answer", () => {
  it("to a search", async () => {
    const opened = await session();
    always("UID SEARCH", { refuse: "NO [SERVERBUG] Search failed." });
    await expect(opened.searchUids(everything)).rejects.toMatchObject({ kind: "refused" });
    always("UID SEARCH", { rewrite: () => [] });
    await expect(opened.searchUids(everything)).rejects.toMatchObject({ kind: "protocol" });
  });

  it("to a search whose extended form is not understood, which is asked again plainly", async () => {
    const opened = await session();
    server.setFaults(({ line }) => (line.includes("RETURN") ? rewriteEach(() => "* ESEARCH ((") : undefined));
    expect(await opened.searchUids(everything)).toEqual([1, 2, 3]);
  });

  it("to a listing, nor to the status of a folder", async () => {
    const opened = await session();
    always("LIST", { rewrite: () => [] });
    await expect(opened.listFolders()).rejects.toMatchObject({ kind: "protocol" });
    always(
      "LIST",
      rewriteEach((line) => line.replace(/STATUS "Test" \(.*\)/, 'STATUS "Test" ()')),
    );
    const folders = await opened.listFolders();
    expect(folders.find((folder) => folder.path === "Test")?.status).toBeNull();
    always("STATUS", { rewrite: () => ['* STATUS "Test" ()'] });
    await expect(opened.status("Test")).rejects.toMatchObject({ kind: "protocol" });
  });

  it("to a search that finds more than there can be", async () => {
    const opened = await session();
    always(
      "UID SEARCH",
      rewriteEach((line) => line.replace(/ALL .*/, "ALL 1:4294967295")),
    );
    await expect(opened.searchUids(everything)).rejects.toMatchObject({ kind: "protocol" });
  });
});
