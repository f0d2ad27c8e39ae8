import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { allowLoopback } from "../testing/imap-backends.ts";
import { capabilitySets, type Capability } from "../testing/scripted-imap/capabilities.ts";
import type { Fault } from "../testing/scripted-imap/faults.ts";
import { startScriptedImap, type ScriptedImap } from "../testing/scripted-imap/start-scripted-imap.ts";
import { sampleMail } from "../testing/use-imap-backend.ts";
import { openSession } from "./open-session.ts";
import type { ImapSession, SessionEvent } from "./session.ts";

const name = "ada@example.com";
const started: { stop(): Promise<void> }[] = [];
const open: ImapSession[] = [];
let server: ScriptedImap;

beforeAll(allowLoopback);
afterEach(() => {
  for (const session of open.splice(0)) session.destroy();
});
afterAll(() => Promise.all(started.map((each) => each.stop())));

/** A server of its own with three mails, and a session in their folder. */
async function session(capabilities: readonly Capability[] = capabilitySets.qresync): Promise<ImapSession> {
  server = await startScriptedImap({ users: [{ name, password: "secret" }], capabilities });
  started.push(server);
  for (const id of [1, 2, 3]) server.mailbox(name).deliver(sampleMail(id));
  const { host, port } = server;
  const settings = { host, port, username: name, password: "secret", purpose: "command" } as const;
  const opened = await openSession({ ...settings, security: "none" });
  open.push(opened);
  await opened.select("INBOX");
  return opened;
}

const always = (command: string, fault: Fault) =>
  server.setFaults((request) => (request.command === command ? fault : undefined));
const contents = (path: string) => server.mailbox(name).contents(path);
const without = (...names: Capability[]) => capabilitySets.qresync.filter((each) => !names.includes(each));

describe("Moving", () => {
  it("copies, marks and expunges exactly its own where there is no MOVE", async () => {
    const opened = await session(without("MOVE"));
    server.mailbox(name).setFlags("INBOX", [3], { add: ["\\Deleted"] });
    const receipt = await opened.move([1, 2], "Trash");
    expect(receipt).toMatchObject({ manner: "copied-and-expunged", uidMap: new Map([[1, 1], [2, 2]]) }); // prettier-ignore
    expect(contents("INBOX").map(({ uid }) => uid)).toEqual([3]);
    expect(contents("Trash").length).toBe(2);
  });

  it("expunges nothing at all where only everything can be expunged", async () => {
    const opened = await session(without("MOVE", "UIDPLUS"));
    expect((await opened.move([1], "Trash")).manner).toBe("copied");
    await opened.logout();
    const sent = server.requests.map(({ command }) => command);
    expect(sent.filter((command) => /EXPUNGE|CLOSE/.test(command))).toEqual([]);
    expect(contents("INBOX").map(({ flags }) => flags)).toEqual([["\\Deleted"], [], []]);
  });

  it("is not begun again lightly when only the copying is done", async () => {
    const opened = await session(without("MOVE"));
    always("UID STORE", { refuse: "NO [NOPERM] Not yours." });
    await expect(opened.move([1], "Trash")).rejects.toMatchObject({ kind: "no-permission", isUncertain: true });
  });

  it("that is refused because some messages no longer exist has not happened either", async () => {
    const opened = await session();
    const refuse = "NO Some of the requested messages no longer exist.";
    server.setFaults(({ command }) => (/UID (STORE|MOVE)/.test(command) ? { refuse } : undefined));
    await expect(opened.move([1, 2], "Trash")).rejects.toMatchObject({ kind: "protocol" });
    await expect(opened.storeFlags([1, 2], { add: ["\\Seen"], remove: [] })).rejects.toMatchObject({
      kind: "protocol",
    });
  });

  it("that is refused has not happened, and says why", async () => {
    const opened = await session();
    for (const [refuse, kind] of [
      ["NO [OVERQUOTA] Full.", "over-quota"],
      ["NO [TRYCREATE] Where to?", "try-create"],
      ["NO [NOPERM] Not yours.", "no-permission"],
      ["BAD What?", "protocol"],
    ] as const) {
      always("UID MOVE", { refuse });
      await expect(opened.move([1], "Trash")).rejects.toMatchObject({ kind, isUncertain: false });
    }
    always("UID STORE", { refuse: "NO [READ-ONLY] Look, do not touch." });
    await expect(opened.storeFlags([1], { add: ["\\Seen"], remove: [] })).rejects.toMatchObject({
      kind: "no-permission",
    });
  });
});

describe("A connection that breaks", () => {
  it("leaves open whether a message was put into its folder", async () => {
    const opened = await session();
    always("APPEND", { drop: "after" });
    const source = Buffer.from(sampleMail(9));
    await expect(opened.append("Sent", source, [], new Date())).rejects.toMatchObject({
      kind: "network",
      isUncertain: true,
    });
    expect(contents("Sent").length).toBe(1);
  });

  it("in the middle of an answer is a failure, not a short answer", async () => {
    const opened = await session();
    always("UID FETCH", { drop: "middle" });
    await expect(opened.fetchHeaders([1, 2, 3])).rejects.toMatchObject({ kind: "network" });
    expect(opened.isOpen).toBe(false);
  });

  it("with a goodbye is told with it", async () => {
    const opened = await session();
    const closed = new Promise<SessionEvent>((resolve) =>
      opened.listen((event) => event.kind === "closed" && resolve(event)),
    );
    always("NOOP", { bye: "Session expired, please login again." });
    await expect(opened.noop()).rejects.toMatchObject({ kind: "network" });
    expect((await closed).kind).toBe("closed");
  });
});

describe("A server that wants to be left alone", () => {
  it("is heard at once, with the time it asks for", async () => {
    const opened = await session();
    always("UID FETCH", { refuse: "BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds" });
    await expect(opened.fetchFlags({ from: 1, to: 3 })).rejects.toMatchObject({
      kind: "throttled",
      retryAfterMs: 299_961,
    });
    expect(server.requests.filter(({ command }) => command === "UID FETCH").length).toBe(1);
    server.setFaults(null);
    expect((await opened.fetchFlags({ from: 1, to: 3 })).rows.length).toBe(3);
  });

  it("may refuse IDLE, and is asked now and then instead", async () => {
    const opened = await session();
    always("IDLE", { refuse: "BAD Not here." });
    const heard = new Promise<SessionEvent>((resolve) =>
      opened.listen((event) => event.kind === "exists" && resolve(event)),
    );
    const abort = new AbortController();
    const watching = opened.idle(abort.signal, 20);
    server.mailbox(name).deliver(sampleMail(4));
    expect(await heard).toEqual({ kind: "exists", path: "INBOX", count: 4 });
    abort.abort();
    await watching;
  });
});

describe("What SELECT said", () => {
  it("is not raised by what comes after it", async () => {
    const opened = await session();
    const late = "* 1 FETCH (UID 900 FLAGS (\\Seen) MODSEQ (9000))";
    always("SELECT", { rewrite: (lines) => [...lines, late, "* OK [HIGHESTMODSEQ 9999] Later."] });
    expect(await opened.select("INBOX")).toMatchObject({ uidNext: 4, highestModseq: 4n });
  });

  it("has no mod-sequence where the folder has none", async () => {
    const opened = await session();
    server.mailbox(name).create("Old", { noModseq: true });
    expect((await opened.select("Old")).highestModseq).toBeNull();
  });

  it("may lack the UIDVALIDITY, which is no new one", async () => {
    const opened = await session();
    always("SELECT", { rewrite: (lines) => lines.filter((line) => !line.includes("UIDVALIDITY")) });
    expect((await opened.select("INBOX")).uidValidity).toBe(0n);
  });

  it("is asked for again when its answer was cut short", async () => {
    const opened = await session();
    let cutCount = 0;
    server.setFaults(({ command }) => (command === "SELECT" && cutCount++ === 0 ? { rewrite: () => [] } : undefined));
    expect(await opened.select("INBOX")).toMatchObject({ uidValidity: 1_700_000_001n, uidNext: 4, messageCount: 3 });
  });

  it("says that the folder is read-only", async () => {
    const opened = await session();
    server.mailbox(name).create("Public", { readOnly: true });
    expect((await opened.select("Public")).readOnly).toBe(true);
  });

  it("is taken for no more than what is known, however much is said to have vanished", async () => {
    const opened = await session();
    const { uidValidity } = await opened.select("INBOX");
    always("SELECT", {
      rewrite: (lines) => [...lines, "* VANISHED (EARLIER) 1:4294967295", "* VANISHED (EARLIER) junk,2"],
    });
    const { resync } = await opened.select("INBOX", { uidValidity, modseq: 1n, knownUidMax: 3 });
    expect(resync?.vanished).toEqual([1, 2, 3]);
    expect(resync?.flags.map((row) => row.uid)).toEqual([1, 2, 3]);
  });
});

describe("What vanishes while something else is done", () => {
  it("is told, because it may never be told again", async () => {
    const opened = await session();
    const heard: SessionEvent[] = [];
    opened.listen((event) => heard.push(event));
    server.mailbox(name).expunge("INBOX", [1, 3]);
    const { vanished } = await opened.fetchFlags({ from: 1, to: 3 }, 1n);
    expect(vanished).toEqual([1, 3]);
    expect(heard).toContainEqual({ kind: "vanished", path: "INBOX", uids: [1, 3] });
    server.mailbox(name).deliver(sampleMail(4));
    await opened.noop();
    expect(heard).toContainEqual({ kind: "exists", path: "INBOX", count: 2 });
  });
});

describe("A provider's own name for a message", () => {
  it("stays the same where the message is moved", async () => {
    const opened = await session(capabilitySets.objectid);
    const before = (await opened.fetchHeaders([2])).rows[0]?.providerMessageId;
    await opened.move([2], "Archive");
    expect((await opened.select("Archive")).mailboxId).toMatch(/^F/);
    expect((await opened.fetchHeaders([1])).rows[0]?.providerMessageId).toBe(before);
    expect(before).toMatch(/^M/);
  });

  it("comes from Gmail with the thread and the labels", async () => {
    const opened = await session(capabilitySets.gmail);
    server.mailbox(name).folder("INBOX").find(1)?.labels.push("Größe", "\\Important");
    const [row] = (await opened.fetchHeaders([1])).rows;
    expect(row).toMatchObject({ labels: ["Größe", "\\Important"], providerThreadId: row?.providerMessageId });
    expect((await opened.fetchFlags({ from: 1, to: 1 })).rows[0]?.labels).toEqual(["Größe", "\\Important"]);
  });
});
