import { afterEach, describe, expect, it } from "vitest";
import { openRawImap, type RawImap } from "../dovecot/raw-imap.ts";
import { capabilitiesWith, capabilitySets, switchableCapabilities, type Capability } from "./capabilities.ts";
import type { VanishedMemory } from "./scripted-mailbox.ts";
import { startScriptedImap, type ScriptedImap } from "./start-scripted-imap.ts";

const user = { name: "ada", password: "secret" };
const source = "Subject: Hi\r\n\r\nHello.\r\n";
let server: ScriptedImap;
let client: RawImap;

afterEach(async () => {
  client.close();
  await server.stop();
});

async function begin(capabilities: readonly Capability[] = capabilitySets.qresync, vanishedMemory?: VanishedMemory) {
  server = await startScriptedImap({ users: [user], capabilities, ...(vanishedMemory ? { vanishedMemory } : {}) });
  const mailbox = server.mailbox(user.name);
  for (let count = 0; count < 5; count += 1) mailbox.deliver(source);
  client = await openRawImap({ port: server.port, ...user });
  return mailbox;
}

const uses: Record<(typeof switchableCapabilities)[number], { command: string; shows?: RegExp }> = {
  UIDPLUS: { command: "UID EXPUNGE 1" },
  MOVE: { command: "UID MOVE 1 Archive" },
  ESEARCH: { command: "UID SEARCH RETURN (ALL) ALL" },
  "LIST-STATUS": { command: 'LIST "" "*" RETURN (STATUS (MESSAGES))' },
  "SPECIAL-USE": { command: 'LIST "" "*"', shows: /\\Trash\)/ },
  IDLE: { command: "IDLE" },
  NOTIFY: { command: "NOTIFY NONE" },
  OBJECTID: { command: "UID FETCH 1 (EMAILID)" },
};

/** IDLE goes on until DONE; whatever else is said then shows that it was going on. */
async function idled(): Promise<string[]> {
  const idle = client.run("IDLE").catch((error: unknown) => [String(error).replace("BAD DONE was expected.", "OK")]);
  client.run("NOOP").catch(() => undefined);
  return idle;
}

describe.each(switchableCapabilities)("a server with and without %s", (name) => {
  const { command, shows } = uses[name];
  it("does it where it is announced", async () => {
    await begin(capabilitiesWith("qresync", { add: [name] }));
    await client.run("SELECT INBOX");
    const answer = name === "IDLE" ? await idled() : await client.run(command);
    expect(answer.join("\n")).toMatch(shows ?? /OK/);
  });

  it("does not do it where it is not", async () => {
    await begin(capabilitiesWith("qresync", { drop: [name] }));
    await client.run("SELECT INBOX");
    if (shows) expect((await client.run(command)).join("\n")).not.toMatch(shows);
    else await expect(client.run(command)).rejects.toThrow(/BAD/);
  });
});

describe("what vanished", () => {
  const told = async (command: string) => (await client.run(command)).filter((line) => line.includes("VANISHED"));
  const since = "UID FETCH 1:5 (FLAGS) (CHANGEDSINCE 1 VANISHED)";
  it.each<[VanishedMemory, string[], string[]]>([
    ["for-ever", ["* VANISHED (EARLIER) 2,4"], ["* VANISHED (EARLIER) 2,4"]],
    ["once-a-session", [], ["* VANISHED (EARLIER) 2,4"]],
    ["once", [], []],
    ["none", [], []],
    ["no-log", ["* VANISHED (EARLIER) 2,4"], ["* VANISHED (EARLIER) 2,4"]],
  ])("is remembered %s", async (memory, again, elsewhere) => {
    const mailbox = await begin(capabilitySets.qresync, memory);
    await client.run("ENABLE QRESYNC");
    await client.run("SELECT INBOX");
    mailbox.expunge("INBOX", [2, 4]);
    expect(await told("NOOP")).toEqual(["* VANISHED 2,4"]);
    expect(await told(since)).toEqual(again);
    client.close();
    client = await openRawImap({ port: server.port, ...user });
    await client.run("ENABLE QRESYNC");
    await client.run("SELECT INBOX");
    expect(await told(since)).toEqual(elsewhere);
  });
});

describe("the scripted server", () => {
  it("names what it did not change because it was newer", async () => {
    const mailbox = await begin();
    await client.run("SELECT INBOX (CONDSTORE)");
    const before = mailbox.folder("INBOX").highestModseq;
    mailbox.setFlags("INBOX", [3], { add: ["\\Flagged"] });
    const answer = await client.run(`UID STORE 1:5 (UNCHANGEDSINCE ${before}) +FLAGS.SILENT (\\Seen)`);
    expect(answer.at(-1)).toMatch(/^OK \[MODIFIED 3\]/);
    expect(mailbox.folder("INBOX").find(3)?.flags.has("\\Seen")).toBe(false);
    expect(mailbox.folder("INBOX").find(5)?.flags.has("\\Seen")).toBe(true);
  });

  it("tells of every folder on one connection after NOTIFY", async () => {
    const mailbox = await begin(capabilitiesWith("qresync", { add: ["NOTIFY"] }));
    await client.run("SELECT INBOX");
    const first = await client.run("NOTIFY SET STATUS (selected (MessageNew MessageExpunge)) (personal (MessageNew MessageExpunge FlagChange))"); // prettier-ignore
    expect(first.filter((line) => line.startsWith("* STATUS"))).toHaveLength(6);
    mailbox.deliver(source, "Archive");
    const news = await client.run("NOOP");
    expect(news.join("\n")).toMatch(
      /\* STATUS "Archive" \(MESSAGES 1 UIDNEXT 2 UIDVALIDITY \d+ UNSEEN 1 HIGHESTMODSEQ 2\)/,
    );
  });

  it("keeps a folder's MAILBOXID when it is renamed or renumbered, and gives a new folder a new one", async () => {
    const mailbox = await begin(capabilitySets.objectid);
    mailbox.create("Box");
    const idOf = async (path: string) => /MAILBOXID \((\w+)\)/.exec((await client.run(`STATUS ${path} (MAILBOXID)`)).join())?.[1]; // prettier-ignore
    const id = await idOf("Box");
    mailbox.rename("Box", "Case");
    mailbox.folder("Case").renumber();
    expect(await idOf("Case")).toBe(id);
    mailbox.delete("Case");
    mailbox.create("Case");
    expect(await idOf("Case")).not.toBe(id);
  });

  it("ends a session whose folder was renumbered under it", async () => {
    const mailbox = await begin();
    await client.run("SELECT INBOX");
    mailbox.folder("INBOX").renumber();
    await expect(client.run("UID FETCH 1 (FLAGS)")).rejects.toThrow("closed");
  });

  it("may say nothing more and stay connected, until that is broken", async () => {
    await begin();
    server.setFaults(({ command }) => (command === "NOOP" ? { hang: true } : undefined));
    const answers: string[] = [];
    const noop = client.run("NOOP").finally(() => answers.push("noop"));
    noop.catch(() => undefined);
    const other = await openRawImap({ port: server.port, ...user });
    await other.run("CAPABILITY");
    other.close();
    expect(answers).toEqual([]);
    server.dropHanging();
    await expect(noop).rejects.toThrow("closed");
  });

  it("may flood before it answers, as fast as it is read", async () => {
    await begin();
    const lines = Array.from({ length: 10_000 }, () => "* OK Still here.\r\n");
    server.setFaults(({ command }) => (command === "NOOP" ? { flood: lines } : undefined));
    expect(await client.run("NOOP")).toHaveLength(10_001);
  });
});
