// What checks the answers is there from the start, as after the first moments of a page.
import "./answers.ts";
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Change } from "../contracts/change.ts";
import type { Conversation } from "../contracts/conversation.ts";
import { doActs } from "./do-acts.ts";
import { keys } from "./keys.ts";
import { applyChanges } from "./live.ts";
import { rowsOf, type ConversationList } from "./place-row.ts";
import { testFilter, testList, testRow } from "./test-rows.ts";

/** What the server would answer, and what it was asked. */
const server = {
  rows: new Map<number, Conversation>(),
  asked: [] as string[],
  refuses: false,
  isReady: Promise.resolve(),
};
const open = testFilter();
const closed = testFilter({ view: "closed" });
let client: QueryClient;

const changed = (conversationId: number): Change => ({ type: "conversation.changed", conversationId, inboxIds: [1] });
const idsIn = (filter = open) =>
  rowsOf(client.getQueryData<ConversationList>(keys.conversationList(filter))).map((row) => row.id);

beforeEach(() => {
  client = new QueryClient();
  server.rows.clear();
  server.asked.length = 0;
  server.refuses = false;
  server.isReady = Promise.resolve();
  vi.stubGlobal("fetch", async (path: string, { method }: { method: string }) => {
    server.asked.push(`${method} ${path}`);
    await server.isReady;
    if (server.refuses && method !== "GET") return Response.json({ nothing: true }, { status: 500 });
    if (method === "POST") return Response.json({ failures: [] });
    const ids = new URL(path, "http://server").searchParams.get("ids")?.split(",").map(Number) ?? [];
    return Response.json({ items: ids.flatMap((id) => server.rows.get(id) ?? []), nextCursor: null });
  });
  client.setQueryData(keys.conversationList(open), testList([[testRow(3), testRow(1)]]));
  client.setQueryData(keys.conversationList(closed), testList([[]]));
});

afterEach(() => {
  client.clear();
  vi.unstubAllGlobals();
});

describe("changes of the live stream", () => {
  it("read every row they name in one request, and put a new one in its place", async () => {
    server.rows.set(1, testRow(1, { unseen: true })).set(2, testRow(2));
    applyChanges(client, [changed(1)]);
    applyChanges(client, [changed(2), changed(1)]);
    await vi.waitFor(() => expect(idsIn()).toEqual([3, 2, 1]));
    expect(server.asked).toEqual(["GET /api/conversations?ids=1,2&limit=200"]);
    expect(rowsOf(client.getQueryData<ConversationList>(keys.conversationList(open)))[2]?.unseen).toBe(true);
  });

  it("take a row from the view it left to the one it entered", async () => {
    server.rows.set(3, testRow(3, { status: "closed" }));
    applyChanges(client, [changed(3)]);
    await vi.waitFor(() => expect(idsIn(closed)).toEqual([3]));
    expect(idsIn()).toEqual([1]);
  });

  it("remove a row that one may no longer see", async () => {
    applyChanges(client, [changed(3)]);
    await vi.waitFor(() => expect(idsIn()).toEqual([1]));
  });

  it("mark pages and numbers as to be read again", async () => {
    client.setQueryData(keys.counts, { views: {}, unseen: 0, tags: {} });
    client.setQueryData(keys.conversation(3), { ...testRow(3), messages: [], notes: [], activity: [] });
    applyChanges(client, [{ type: "message.changed", messageId: 9, conversationId: 3, inboxIds: [1] }, changed(1)]);
    await vi.waitFor(() => expect(client.getQueryState(keys.counts)?.isInvalidated).toBe(true));
    expect(client.getQueryState(keys.conversation(3))?.isInvalidated).toBe(true);
  });

  it("are read at once, and less and less often the longer they keep coming", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const readTimesIn = async (ms: number) => {
      server.asked.length = 0;
      for (let at = 0; at < ms; at += 20) {
        applyChanges(client, [changed(1)]);
        await vi.advanceTimersByTimeAsync(20);
      }
      return server.asked.length;
    };
    expect(await readTimesIn(100)).toBe(1);
    expect(await readTimesIn(900)).toBe(1);
    expect(await readTimesIn(8000)).toBeLessThanOrEqual(9);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await readTimesIn(100)).toBe(1);
  });

  it("have numbers counted at once, and then no more than once a second while more come", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let countedTimes = 0;
    const observer = new QueryObserver(client, { queryKey: keys.counts, queryFn: () => (countedTimes += 1) });
    onTestFinished(observer.subscribe(() => {}));
    await vi.advanceTimersByTimeAsync(0);
    const countsBy = async (ms: number) => {
      applyChanges(client, [changed(1)]);
      await vi.advanceTimersByTimeAsync(ms);
      return countedTimes;
    };
    expect([await countsBy(100), await countsBy(400), await countsBy(400), await countsBy(400)]).toEqual([2, 2, 2, 3]);
    expect(await countsBy(5000)).toBe(4);
  });
});

describe("an act", () => {
  it("shows at once, and stays while older rows are still being read", async () => {
    server.rows.set(3, testRow(3));
    const { finished } = doActs(client, [{ id: 3, act: { kind: "status", status: "closed" } }]);
    expect(idsIn()).toEqual([1]);
    server.rows.set(3, testRow(3, { status: "closed" }));
    await finished;
    expect(idsIn(closed)).toEqual([3]);
  });

  it("is undone on the screen when the server refuses it", async () => {
    server.refuses = true;
    server.rows.set(3, testRow(3));
    const { finished } = doActs(client, [{ id: 3, act: { kind: "status", status: "closed" } }]);
    await expect(finished).rejects.toThrow();
    expect(idsIn()).toEqual([3, 1]);
  });

  it("is taken back though no list holds its row any more, and never before it was done", async () => {
    client.removeQueries({ queryKey: keys.conversationList(closed) });
    server.rows.set(3, testRow(3));
    const slow = Promise.withResolvers<void>();
    server.isReady = slow.promise;
    const { inverse } = doActs(client, [{ id: 3, act: { kind: "status", status: "closed" } }]);
    expect(idsIn()).toEqual([1]);
    const { finished } = doActs(client, inverse);
    expect(idsIn()).toEqual([3, 1]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(server.asked).toEqual(["POST /api/conversations/acts"]);
    slow.resolve();
    await finished;
    // Asked for in the same moment, they went in one request, in their order.
    expect(server.asked.filter((asked) => asked.startsWith("POST"))).toEqual(["POST /api/conversations/acts"]);
    expect(idsIn()).toEqual([3, 1]);
  });
});
