import { describe, expect, it } from "vitest";
import { foldersOf } from "#db/queries/sync/folders";
import { store } from "#server/store";
import { useFreshStore } from "#server/testing/fresh-store";
import { until } from "#server/testing/run-sync";
import { capabilitiesWith } from "#server/testing/scripted-imap/capabilities";
import type { FaultRequest } from "#server/testing/scripted-imap/faults";
import type { ScriptedImap } from "#server/testing/scripted-imap/start-scripted-imap";
import { folderNamed, plainMail, shownIn, useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

/** Nothing is found by looking: only what the server tells by itself. */
const unpolled = { pollMs: 600_000, unwatchedInboxMs: 600_000 };
const isShown = (path: string, id: string) => async () =>
  (await shownIn(path)).some((row) => row.id === `${id}@customer.test`);
const idlers = (server: ScriptedImap) =>
  new Set(server.requests.filter(({ command }) => command === "IDLE").map(({ connection }) => connection));
const countOf = (server: ScriptedImap, isOf: (request: FaultRequest) => boolean) => server.requests.filter(isOf).length;

describe("a look at an account in which nothing is new", () => {
  it("is one round trip, however many folders there are", async () => {
    const { server, mailbox, start } = await scripted(3);
    for (let id = 1; id <= 40; id += 1) mailbox.deliver(plainMail(`box${id}`), `Box ${id}`);
    await (await start()).settled();
    const lists = () => countOf(server, ({ command }) => command === "LIST");
    // The looks that still had something to do are over.
    await until(async () =>
      server.requests.slice(-12).every(({ command }) => command === "LIST" || command === "IDLE"),
    );
    const before = server.requests.length;
    const listsBefore = lists();
    await until(async () => lists() >= listsBefore + 5);
    expect(server.requests.slice(before).map(({ command }) => command)).toEqual(
      Array(lists() - listsBefore).fill("LIST"),
    );
  });

  it("finds what was changed by another program all the same", async () => {
    const { server, mailbox, start } = await scripted(3);
    mailbox.deliver(plainMail("put away"), "Archive");
    const sync = await start();
    await sync.settled();
    await until(async () => server.requests.slice(-6).every(({ command }) => command === "LIST" || command === "IDLE"));
    mailbox.setFlags("Archive", [1], { add: ["\\Flagged"] });
    await sync.settled();
    mailbox.expunge("Archive", [1]);
    await sync.settled();
  });
});

describe("NOTIFY", () => {
  const capabilities = capabilitiesWith("qresync", { add: ["NOTIFY"] });

  it("brings what happens in every folder, without looking", async () => {
    const { server, mailbox, start } = await scripted(3, { capabilities });
    const sync = await start({ timing: unpolled });
    await sync.settled();
    await until(async () => countOf(server, ({ command }) => command === "IDLE") > 0);
    mailbox.deliver(plainMail("elsewhere"), "Archive");
    await until(isShown("Archive", "elsewhere"));
    mailbox.setFlags("Archive", [1], { add: ["\\Flagged"] });
    await sync.settled();
    mailbox.deliver(plainMail("here"));
    await until(isShown("INBOX", "here"));
    mailbox.expunge("Archive", [1]);
    await sync.settled();
  });

  it("that is refused costs no connection, and mail in INBOX is told as ever", async () => {
    const { server, mailbox, start } = await scripted(3, { capabilities });
    server.setFaults(({ command }) =>
      command === "NOTIFY" ? { refuse: "NO [BADEVENT (FlagChange)] Not here." } : undefined,
    );
    const sync = await start({ timing: unpolled });
    await sync.settled();
    await until(async () => countOf(server, ({ command }) => command === "IDLE") > 0);
    mailbox.deliver(plainMail("here"));
    await until(isShown("INBOX", "here"));
    expect(countOf(server, ({ command }) => command === "NOTIFY")).toBe(1);
    expect(idlers(server).size).toBe(1);
  });

  it("is not asked of a server that does not announce it", async () => {
    const { server, start } = await scripted(1);
    await (await start()).settled();
    await until(async () => countOf(server, ({ command }) => command === "IDLE") > 0);
    expect(countOf(server, ({ command }) => command === "NOTIFY")).toBe(0);
  });
});

describe("a frozen session", () => {
  it("of the watch connection is found out by STATUS of the other one, and renewed", async () => {
    const { server, mailbox, start } = await scripted(3);
    const first = idlers(server);
    server.setFaults(({ command, connection }) => {
      if (command !== "IDLE") return undefined;
      if (first.size === 0) first.add(connection);
      return first.has(connection) ? { deaf: true } : undefined;
    });
    const sync = await start();
    await sync.settled();
    await until(async () => idlers(server).size === 1);
    mailbox.deliver(plainMail("unheard"));
    await until(isShown("INBOX", "unheard"));
    await until(async () => idlers(server).size === 2);
    await sync.settled();
  });

  it("of the command connection is found out by what the watch was told, and made anew", async () => {
    const { server, mailbox, start } = await scripted(3);
    const sync = await start();
    await sync.settled();
    await until(async () => idlers(server).size === 1);
    const frozen = server.requests.find(({ line }) => line.startsWith("LIST") && line.includes("STATUS"))?.connection;
    server.setFaults((request) =>
      request.connection === frozen ? { rewrite: (lines) => lines.flatMap(asBefore) } : undefined,
    );
    mailbox.deliver(plainMail("unseen"));
    await until(isShown("INBOX", "unseen"));
    server.setFaults(null);
    await sync.settled();
    expect((await folderNamed("INBOX")).serverCount).toBe(4);
  });
});

describe("a folder that is renamed", () => {
  it("and gets mail on the way is known by its MAILBOXID, and two may change their names", async () => {
    const { mailbox, start } = await scripted(1, { capabilities: "objectid" });
    mailbox.deliver(plainMail("a"), "Alpha");
    mailbox.deliver(plainMail("b"), "Beta");
    const sync = await start();
    await sync.settled();
    const idsBefore = await idsByPath();
    mailbox.rename("Alpha", "Gamma");
    mailbox.rename("Beta", "Alpha");
    mailbox.rename("Gamma", "Beta");
    mailbox.deliver(plainMail("late"), "Beta");
    await until(isShown("Beta", "late"));
    await sync.settled();
    const ids = await idsByPath();
    expect([ids.get("Alpha"), ids.get("Beta")]).toEqual([idsBefore.get("Beta"), idsBefore.get("Alpha")]);
    expect(await folderNamed("Beta")).toMatchObject({ generation: 1 });
  });
});

const idsByPath = async () => new Map((await foldersOf(store().read, 1)).map((folder) => [folder.path, folder.id]));

/** An answer about INBOX as it was before its fourth mail. */
function asBefore(line: string): string[] {
  if (/FETCH \(UID 4 /.test(line)) return [];
  return [
    line
      .replace(/(STATUS "?INBOX"? \(MESSAGES) 4 UNSEEN 4 UIDNEXT 5/, "$1 3 UNSEEN 3 UIDNEXT 4")
      .replace(/^\* 4 EXISTS/, "* 3 EXISTS")
      .replace(/UIDNEXT 5\]/, "UIDNEXT 4]")
      .replace(/ALL 4$/, "")
      .replace(/ALL 1:4$/, "ALL 1:3"),
  ];
}
