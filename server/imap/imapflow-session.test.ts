import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { imapBackends, type ImapUser } from "../testing/imap-backends.ts";
import { sampleMail, useImapBackend } from "../testing/use-imap-backend.ts";
import type { SelectedFolder, SessionEvent } from "./session.ts";

const everything = { from: 1, to: Infinity };

/** Flags 1 and removes 2 and 5 with another program. */
async function changeBehindIt(user: ImapUser): Promise<void> {
  const program = await user.other();
  await program.run("SELECT INBOX");
  await program.run("STORE 1 +FLAGS (\\Flagged)");
  await program.run("UID STORE 2,5 +FLAGS (\\Deleted)");
  await program.run("EXPUNGE");
  program.close();
}

describe.each(imapBackends)("A session with $name", ({ start }) => {
  const server = useImapBackend(start);

  it("lists the folders with what they hold, their roles and the prefix of the personal namespace", async () => {
    const folders = await (await server.session(3)).listFolders();
    const inbox = folders.find((folder) => folder.path === "INBOX");
    expect(inbox).toMatchObject({ serverRole: "inbox", selectable: true, namespacePrefix: server.prefix });
    expect(inbox?.status).toMatchObject({ messageCount: 3, unseenCount: 3, uidNext: 4 });
    const hasModseq = server.capability !== "plain";
    expect(inbox?.status?.highestModseq !== null).toBe(hasModseq);
    const sent = folders.find((folder) => folder.path === `${server.prefix}Sent`);
    expect(sent).toMatchObject({ name: "Sent", status: { messageCount: 0 } });
  });

  it("enables what the server knows and no more", async () => {
    const { capabilities } = await server.session();
    expect(capabilities.qresync).toBe(server.capability === "qresync");
    expect(capabilities.condstore).toBe(server.capability !== "plain");
    expect(capabilities.uidplus).toBe(server.capability !== "plain");
  });

  it("can be told not to use what a server breaks", async () => {
    const { capabilities } = await server.session(0, { allowCondstore: false });
    expect(capabilities).toMatchObject({ qresync: false, condstore: false });
  });

  it("opens a folder and says what SELECT said", async () => {
    const opened = await server.session(2);
    const selected = await opened.select("INBOX");
    expect(selected).toMatchObject({ path: "INBOX", uidNext: 3, messageCount: 2, readOnly: false, resync: null });
    expect(selected.uidValidity).toBeGreaterThan(0n);
    expect(selected.permanentFlags).toContain("\\Seen");
    expect(opened.selectedPath).toBe("INBOX");
    const status = await opened.status("INBOX");
    expect(status).toMatchObject({ uidValidity: selected.uidValidity, highestModseq: selected.highestModseq });
  });

  it("says of a folder that does not exist that it does not", async () => {
    const opened = await server.session();
    await expect(opened.select(`${server.prefix}Nowhere`)).rejects.toMatchObject({ kind: "folder" });
    await expect(opened.status(`${server.prefix}Nowhere`)).rejects.toMatchObject({ kind: "folder" });
    await expect(opened.searchUids(everything)).rejects.toThrow();
    expect((await opened.select("INBOX")).messageCount).toBe(0);
  });

  it("stops watching when the connection is gone, and says so", async () => {
    const opened = await server.session(0, { purpose: "watch" });
    await opened.select("INBOX");
    const closed = new Promise<SessionEvent>((resolve) =>
      opened.listen((event) => event.kind === "closed" && resolve(event)),
    );
    const watching = opened.idle(new AbortController().signal, 60_000);
    await new Promise(setImmediate);
    opened.destroy();
    await watching;
    await closed;
    expect(opened.isOpen).toBe(false);
    await expect(opened.noop()).rejects.toMatchObject({ kind: "network", isUncertain: false });
  });

  it("does one thing after another when asked for many at once", async () => {
    const opened = await server.session(2);
    const sent = `${server.prefix}Sent`;
    const [first, found, second, none] = await Promise.all([
      opened.select("INBOX"),
      opened.searchUids(everything),
      opened.select(sent),
      opened.searchUids(everything),
    ]);
    expect([first.path, second.path]).toEqual(["INBOX", sent] satisfies SelectedFolder["path"][]);
    expect([found, none]).toEqual([[1, 2], []]);
  });

  it("hears by NOTIFY of what happens in a folder it has not opened, where the server has that", async () => {
    const opened = await server.session(1, { purpose: "watch" });
    await opened.select("INBOX");
    expect(await opened.notify()).toBe(opened.capabilities.notify);
    if (!opened.capabilities.notify) return;
    const sent = `${server.prefix}Sent`;
    const told = new Set<string>();
    opened.listen((event) => {
      if (event.kind === "changed") told.add(event.path);
    });
    const abort = new AbortController();
    const watching = opened.idle(abort.signal, 60_000);
    // What comes while a server is just beginning to look may go by.
    for (let id = 2; !told.has(sent); id += 1) {
      await server.user.deliver(sampleMail(id), sent);
      await sleep(200);
    }
    abort.abort();
    await watching;
    expect(opened.isOpen).toBe(true);
  });

  it("leaves a folder without deleting what is marked there, where the server can", async () => {
    const opened = await server.session(1);
    await opened.select("INBOX");
    await opened.storeFlags([1], { add: ["\\Deleted"], remove: [] });
    const isLeft = await opened.unselect();
    expect(opened.selectedPath).toBe(isLeft ? null : "INBOX");
    expect((await opened.select("INBOX")).messageCount).toBe(1);
  });

  it("answers with the same list when nothing has happened, and with another one when something has", async () => {
    const opened = await server.session(1);
    // The first one makes the folders.
    await opened.listFolders();
    const first = await opened.listFolders();
    const again = await opened.listFolders();
    expect(again === first).toBe(opened.capabilities.listStatus);
    await server.user.deliver(sampleMail(2));
    const third = await opened.listFolders();
    expect(third.find((folder) => folder.path === "INBOX")?.status?.messageCount).toBe(2);
  });

  it("takes leave without deleting what is marked for it", async () => {
    const opened = await server.session(1);
    await opened.select("INBOX");
    await opened.storeFlags([1], { add: ["\\Deleted"], remove: [] });
    expect(opened.traffic.sentBytes).toBeGreaterThan(0);
    await opened.logout();
    expect(opened.isOpen).toBe(false);
    const again = await server.connect();
    expect((await again.select("INBOX")).messageCount).toBe(1);
  });

  it("says that the password is wrong, without repeating it", async () => {
    await server.session();
    const refused = server.connect({ password: "wrong horse" });
    await expect(refused).rejects.toMatchObject({ kind: "auth", code: "wrong_password" });
    await expect(refused).rejects.not.toThrow(/wrong horse/);
  });

  it("hears of new mail, flags and deletions while it watches, and works on when it has stopped", async () => {
    const opened = await server.session(2, { purpose: "watch" });
    await opened.select("INBOX");
    const heard: SessionEvent["kind"][] = [];
    let wake = () => {};
    opened.listen((event) => {
      heard.push(event.kind);
      wake();
    });
    const until = async (kinds: SessionEvent["kind"][]) => {
      while (!heard.some((kind) => kinds.includes(kind))) await new Promise<void>((resolve) => (wake = resolve));
    };
    const abort = new AbortController();
    const watching = opened.idle(abort.signal, 120);
    await server.user.deliver(sampleMail(3));
    await until(["exists"]);
    await changeBehindIt(server.user);
    await until(["flags", "changed"]);
    await until(["vanished", "expunged"]);
    abort.abort();
    await watching;
    expect(await opened.searchUids(everything)).toEqual([1, 3]);
  });
});
