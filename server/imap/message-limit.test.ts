import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { allowLoopback } from "../testing/imap-backends.ts";
import { limitMessages } from "../testing/scripted-imap/limit-messages.ts";
import { startScriptedImap, type ScriptedImap } from "../testing/scripted-imap/start-scripted-imap.ts";
import { sampleMail } from "../testing/use-imap-backend.ts";
import { messageLimit, restAfter } from "./message-limit.ts";
import { openSession } from "./open-session.ts";
import type { ImapSession } from "./session.ts";

const name = "ada@example.com";
const everything = { from: 1, to: Infinity };

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
  if (server.mailbox(name).folders.has("Test")) server.mailbox(name).delete("Test");
});

/** Nine mails in a folder of a server that takes four at once. */
async function session(): Promise<ImapSession> {
  const mailbox = server.mailbox(name);
  for (let id = 1; id <= 9; id += 1) mailbox.deliver(sampleMail(id), "Test");
  const { host, port } = server;
  const settings = { host, port, security: "none", username: name, password: "secret", purpose: "command" } as const;
  const opened = await openSession(settings);
  open.push(opened);
  await opened.select("Test");
  server.setFaults(limitMessages(4, () => mailbox.contents("Test").map(({ uid }) => uid)));
  return opened;
}

const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe("MESSAGELIMIT: part of what was asked for", () => {
  it("of a search is not the whole of it", async () => {
    expect(await (await session()).searchUids(everything)).toEqual(nine);
  });

  it("of headers and flags is not the whole of it", async () => {
    const opened = await session();
    const { rows, missingUids } = await opened.fetchHeaders(nine);
    expect([rows.map((row) => row.uid), missingUids]).toEqual([nine, []]);
    expect((await opened.fetchFlags({ from: 2, to: 8 })).rows).toHaveLength(7);
  });

  it("of a change of flags is followed by the rest", async () => {
    const opened = await session();
    await opened.storeFlags(nine, { add: ["\\Flagged"], remove: [] });
    const stores = server.requests.filter(({ command }) => command === "UID STORE");
    expect(stores.map(({ line }) => line.split(" ")[2])).toEqual(["1:9", "1:5", "1"]);
  });

  it("is of no use when the server does not say which part", async () => {
    const opened = await session();
    server.setFaults(({ command }) => (command === "UID SEARCH" ? { answer: "OK [MESSAGELIMIT 4] Some." } : undefined));
    await expect(opened.searchUids(everything)).rejects.toMatchObject({ code: "MESSAGELIMIT" });
  });

  it("is announced by a number", () => {
    expect(messageLimit(["IMAP4REV1", "MESSAGELIMIT=1000"])).toBe(1000);
    expect(messageLimit(["IMAP4REV1", "SAVELIMIT=7"])).toBeNull();
  });

  it("leaves what lies below, or above where a server goes upwards", () => {
    const answer = { code: "MESSAGELIMIT", values: [{ value: "4" }, { value: "5" }] };
    expect(restAfter(answer, "1:3,5:9", 5)).toBe("1:3");
    expect(restAfter(answer, "1:*", 1)).toBe("6:*");
    expect(restAfter(answer, "5:9", 5)).toBeNull();
    expect(restAfter({ code: "", values: [] }, "1:9", 1)).toBeNull();
    expect(() => restAfter(answer, "7:9", 7)).toThrow();
  });
});
