import { describe, expect, it } from "vitest";
import { accountById } from "#db/queries/sync/accounts";
import { quarantinedIn } from "#db/queries/sync/quarantine";
import { messages } from "#db/schema/index";
import { store } from "#server/store";
import { useFreshStore } from "#server/testing/fresh-store";
import { until } from "#server/testing/run-sync";
import type { FaultHook } from "#server/testing/scripted-imap/faults";
import { folderNamed, headersAsked, plainMail, shownIn, useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

/** Misbehaves the first `count` times that the hook would. */
function times(count: number, hook: FaultHook): FaultHook {
  let left = count;
  return (request) => {
    const fault = left > 0 ? hook(request) : undefined;
    if (fault) left -= 1;
    return fault;
  };
}

describe("what servers do wrong", () => {
  it("a connection that breaks in the middle of a window costs no more than that window", async () => {
    const { server, start } = await scripted(800);
    server.setFaults(times(2, (request) => (headersAsked(request).length > 100 ? { drop: "middle" } : undefined)));
    const sync = await start();
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(800);
    const asked = server.requests.flatMap(headersAsked);
    expect(asked.length).toBeLessThanOrEqual(800 + 2 * 500);
  });

  it("brings rows that the server left out of its answer", async () => {
    const { server, start } = await scripted(120);
    const isLeftOut = (line: string) => /UID (7|60|119) /.test(line);
    server.setFaults(
      times(3, (request) =>
        headersAsked(request).length > 1 ? { rewrite: (lines) => lines.filter((line) => !isLeftOut(line)) } : undefined,
      ),
    );
    await (await start()).settled();
    expect(await shownIn("INBOX")).toHaveLength(120);
    expect(await folderNamed("INBOX")).toMatchObject({ quarantinedCount: 0 });
  });

  it("sets the one message aside on which the server dies, and shows the other 999", async () => {
    const { server, start } = await scripted(1000);
    server.setFaults((request) =>
      request.line.startsWith("UID FETCH") && asksFor(request.line, 437) && /BODY/.test(request.line)
        ? { drop: "before" }
        : undefined,
    );
    await start({ timing: { quarantineMs: [60_000] } });
    const folder = await until(async () => {
      const inbox = await folderNamed("INBOX").catch(() => null);
      return inbox?.backfillDone ? inbox : null;
    });
    expect(folder).toMatchObject({ storedCount: 999, quarantinedCount: 1, failureCount: 0 });
    const [aside] = await quarantinedIn(store().read, folder.id, 1);
    expect(aside).toMatchObject({ uid: 437, attemptCount: 1 });
    const account = await until(async () => {
      const row = await accountById(store().read, 1);
      return row?.state === "live" ? row : null;
    });
    expect(account.stateCode).toBe("");
  });

  it("reads a message that was set aside as soon as the server gives it", async () => {
    const { server, start } = await scripted(60);
    server.setFaults(({ line }) =>
      line.startsWith("UID FETCH 30 ") || headersOf(line, 30) ? { refuse: "NO Server error" } : undefined,
    );
    const sync = await start();
    await until(async () => (await folderNamed("INBOX").catch(() => null))?.quarantinedCount === 1);
    server.setFaults(null);
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(60);
    expect(await folderNamed("INBOX")).toMatchObject({ quarantinedCount: 0, storedCount: 60 });
  });

  it("does not believe that everything vanished", async () => {
    const { server, mailbox, start } = await scripted(300);
    const sync = await start();
    await sync.settled();
    server.setFaults(({ line }) =>
      /^SELECT .*QRESYNC/.test(line) ? { rewrite: (lines) => [...lines, "* VANISHED (EARLIER) 1:300\r\n"] } : undefined,
    );
    mailbox.deliver(plainMail("new"));
    await until(async () => (await shownIn("INBOX")).some((row) => row.id === "new@customer.test"));
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(301);
  });

  it("finds deletions that the server told once and does not tell again", async () => {
    const { server, mailbox, start } = await scripted(100);
    const sync = await start();
    await sync.settled();
    server.setFaults(() => ({ rewrite: (lines) => lines.filter((line) => !/VANISHED/.test(line)) }));
    mailbox.expunge("INBOX", [3, 50, 100]);
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(97);
  });

  it("takes an empty answer to a search for no answer", async () => {
    const { server, mailbox, start } = await scripted(80, { capabilities: "condstore" });
    const sync = await start();
    await sync.settled();
    let lookCount = 0;
    server.setFaults(({ line }) => {
      if (!/UID SEARCH .*UID 1:/.test(line)) return undefined;
      lookCount += 1;
      return { rewrite: (lines) => lines.map((one) => one.replace(/ ALL [0-9:,]+/, "")) };
    });
    mailbox.expunge("INBOX", [80]);
    // The count is off by one that nobody told of, so it is looked into again and again.
    await until(async () => lookCount > 3);
    expect((await shownIn("INBOX")).length).toBeGreaterThanOrEqual(79);
    server.setFaults(null);
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(79);
  });

  it("leaves a folder that cannot be opened alone and goes on with the others", async () => {
    const { server, mailbox, start } = await scripted(20);
    mailbox.deliver(plainMail("kept"), "Archive");
    server.setFaults(({ line }) =>
      /^SELECT "?Trash/.test(line) ? { refuse: "NO [SERVERBUG] Index is broken." } : undefined,
    );
    await start();
    const trash = await until(async () => {
      const folder = await folderNamed("Trash").catch(() => null);
      return folder?.parkedUntil ? folder : null;
    });
    expect(trash).toMatchObject({ failureCount: 3 });
    await until(async () => (await accountById(store().read, 1))?.state === "live");
    expect(await shownIn("Archive")).toHaveLength(1);
    expect(await shownIn("INBOX")).toHaveLength(20);
    const before = server.requests.filter(({ line }) => /^SELECT "?Trash/.test(line)).length;
    await until(async () => server.requests.filter(({ command }) => command === "LIST").length > 20);
    expect(server.requests.filter(({ line }) => /^SELECT "?Trash/.test(line))).toHaveLength(before);
  });

  it("gives a folder that it left alone another chance when something happens there", async () => {
    const { server, mailbox, start } = await scripted(5);
    mailbox.deliver(plainMail("first"), "Archive");
    let isBroken = true;
    server.setFaults(({ line }) =>
      isBroken && /^SELECT "?Archive/.test(line) ? { refuse: "NO [CANNOT] Not now." } : undefined,
    );
    const sync = await start();
    await until(async () => (await folderNamed("Archive").catch(() => null))?.parkedUntil);
    isBroken = false;
    const asked = server.requests.length;
    // Left alone, though it is well again: nobody knows.
    await until(async () => server.requests.slice(asked).filter(({ command }) => command === "LIST").length > 8);
    expect(server.requests.slice(asked).filter(({ line }) => /^SELECT "?Archive/.test(line))).toEqual([]);
    mailbox.deliver(plainMail("second"), "Archive");
    await sync.settled();
    expect(await folderNamed("Archive")).toMatchObject({ storedCount: 2, failureCount: 0, parkedUntil: null });
  });

  it("begins a folder anew when its UIDVALIDITY changes in the middle of the work, and keeps every conversation", async () => {
    const { server, mailbox, start } = await scripted(600);
    let windowCount = 0;
    server.setFaults((request) => {
      if (headersAsked(request).length === 0) return undefined;
      windowCount += 1;
      if (windowCount !== 3) return undefined;
      // As after a restored backup: the second half of the mail is gone, the rest has new UIDs.
      mailbox.expunge(
        "INBOX",
        Array.from({ length: 100 }, (_, index) => 501 + index),
      );
      mailbox.folder("INBOX").renumber();
      return { bye: "Restoring." };
    });
    const sync = await start();
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(500);
    expect(await folderNamed("INBOX")).toMatchObject({ generation: 2, storedCount: 500, failureCount: 0 });
    // Each message once, those included that were stored under their old UID.
    expect(new Set((await shownIn("INBOX")).map((row) => row.messageId)).size).toBe(500);
    expect(await store().read.$count(messages)).toBe(600);
  });

  it("looks again for mail that was announced before it can be fetched", async () => {
    const { server, mailbox, start } = await scripted(10);
    const sync = await start({ timing: { pollMs: 600_000, unwatchedInboxMs: 600_000 } });
    await sync.settled();
    let searchCount = 0;
    // Exchange: EXISTS is there, and SEARCH and FETCH do not know the message yet.
    server.setFaults(({ line, command }) => {
      if (command !== "UID SEARCH" || !/UID 11:/.test(line)) return undefined;
      searchCount += 1;
      return searchCount < 3 ? { rewrite: (lines) => lines.map((one) => one.replace(/ ALL \S+/, "")) } : undefined;
    });
    mailbox.deliver(plainMail("announced"));
    await until(async () => (await shownIn("INBOX")).some((row) => row.id === "announced@customer.test"));
    expect(searchCount).toBeGreaterThanOrEqual(3);
  });

  it("leaves a folder alone for a while whose UIDVALIDITY changes at every look", async () => {
    const { server, mailbox, start } = await scripted(20);
    mailbox.deliver(plainMail("restless"), "Archive");
    let uidValidity = 5000;
    server.setFaults(({ line, command }) => {
      const isThere = command === "LIST" || /^SELECT "?Archive/.test(line);
      if (!isThere) return undefined;
      uidValidity += 1;
      const renumber = (one: string) =>
        /STATUS "?Archive/.test(one) || command === "SELECT"
          ? one.replace(/UIDVALIDITY \d+/, `UIDVALIDITY ${uidValidity}`)
          : one;
      return { rewrite: (lines) => lines.map(renumber) };
    });
    await start();
    await until(async () => (await folderNamed("Archive").catch(() => null))?.parkedUntil);
    expect(await shownIn("INBOX")).toHaveLength(20);
  });

  it("heals by itself after a BYE at any moment", async () => {
    const { server, mailbox, start } = await scripted(200);
    let count = 0;
    server.setFaults(() => ((count += 1) % 23 === 0 && count < 200 ? { bye: "Going down." } : undefined));
    const sync = await start();
    mailbox.deliver(plainMail("late"));
    await until(async () => count >= 200);
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(201);
  });
});

function asksFor(line: string, uid: number): boolean {
  return headersAsked({ command: "UID FETCH", line: `${line} HEADER.FIELDS`, user: "", connection: 0 }).includes(uid);
}

function headersOf(line: string, uid: number): boolean {
  return headersAsked({ command: "UID FETCH", line, user: "", connection: 0 }).includes(uid);
}
