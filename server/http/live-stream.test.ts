import { eq, lt } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { latestSeq } from "#db/queries/changes";
import { changes, inboxMembers, sessions } from "#db/schema/index";
import type { Change } from "#lib/contracts/change";
import { ChangesEvent } from "#lib/contracts/change";
import { identify } from "#server/auth/identify";
import type { Agent } from "#server/auth/agent";
import { commit } from "#server/events/commit";
import { closeStreams } from "#server/events/open-streams";
import { forget } from "#server/singleton";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { liveStream } from "./live-stream.ts";

describe("the live stream", () => {
  useFreshStore();
  beforeEach(() => forget("live-streams"));

  type Frame = { id: number; event: string; changes: Change[] };

  function listen(
    agent: Agent,
    cursor: number | null = null,
    identifyAgain: () => Promise<Agent | null> = async () => agent,
  ) {
    const cut = new AbortController();
    const response = liveStream({ agent, cursor, signal: cut.signal, identifyAgain });
    onTestFinished(() => cut.abort());
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) throw new Error("A stream has a body.");
    let text = "";
    /** The next event; null when the stream has ended. */
    const next = async (): Promise<Frame | null> => {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end < 0) {
          const { value, done } = await reader.read();
          if (done) return null;
          text += value;
          continue;
        }
        const fields = new Map(
          text
            .slice(0, end)
            .split("\n")
            .map((line) => [line.split(": ")[0], line.slice(line.indexOf(": ") + 2)]),
        );
        text = text.slice(end + 2);
        const event = fields.get("event");
        if (event === undefined) continue;
        const data: unknown = JSON.parse(fields.get("data") ?? "{}");
        return {
          id: Number(fields.get("id")),
          event,
          changes: event === "changes" ? ChangesEvent.parse(data).changes : [],
        };
      }
    };
    return { response, next, cut };
  }

  const changed = (conversationId: number, inboxIds: number[]): Change => ({
    type: "conversation.changed",
    conversationId,
    inboxIds,
  });
  const tell = (...told: Change[]) =>
    commit(async (_, changed) => {
      for (const change of told) changed(change);
    });

  async function member() {
    const inbox = await build.inbox();
    return { inbox, agent: await build.agent({ inboxIds: [inbox.id] }) };
  }

  describe("a live stream", () => {
    it("tells what happens after its cursor, under the seq of the log", async () => {
      const { agent, inbox } = await member();
      await tell(changed(1, [inbox.id]));
      const { next, response } = listen(agent, 1);
      const first = next();
      await tell(changed(2, [inbox.id]));
      expect(await first).toEqual({ id: 2, event: "changes", changes: [changed(2, [inbox.id])] });
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no",
      });
    });

    it("begins when it is asked for, not when it is first read", async () => {
      const { agent, inbox } = await member();
      await tell(changed(1, [inbox.id]));
      const { next } = listen(agent);
      await tell(changed(2, [inbox.id]));
      expect(await next()).toEqual({ id: 2, event: "changes", changes: [changed(2, [inbox.id])] });
    });

    it("misses nothing over a cut, however much happened, in batches of two hundred", async () => {
      const { agent, inbox } = await member();
      const { next, cut } = listen(agent, 0);
      await tell(changed(1, [inbox.id]));
      const before = await next();
      cut.abort();
      for (let n = 2; n <= 451; n += 1) await tell(changed(n, [inbox.id]));
      const again = listen(agent, before?.id ?? null);
      const frames = [await again.next(), await again.next(), await again.next()];
      expect(frames.map((frame) => frame?.changes.length)).toEqual([200, 200, 50]);
      const heard = frames.flatMap((frame) => frame?.changes ?? []);
      expect(heard).toEqual(Array.from({ length: 450 }, (_, n) => changed(n + 2, [inbox.id])));
    });

    it("misses nothing of what is told while it reads", async () => {
      const { agent, inbox } = await member();
      const { next } = listen(agent, 0);
      const telling = (async () => {
        for (let n = 1; n <= 100; n += 1) await tell(changed(n, [inbox.id]));
      })();
      const heard = new Set<number>();
      while (heard.size < 100)
        for (const change of (await next())?.changes ?? [])
          if (change.type === "conversation.changed") heard.add(change.conversationId);
      await telling;
      expect(heard.size).toBe(100);
    });

    it("tells the same thing once a batch", async () => {
      const { agent, inbox } = await member();
      await tell(changed(1, [inbox.id]));
      await tell(changed(1, [inbox.id]));
      expect((await listen(agent, 0).next())?.changes).toEqual([changed(1, [inbox.id])]);
    });

    it.each([
      ["older than the log", 1],
      ["newer than the log", 99],
    ])("asks for everything anew when its cursor is %s", async (_, cursor) => {
      const { agent, inbox } = await member();
      for (let n = 1; n <= 5; n += 1) await tell(changed(n, [inbox.id]));
      await store().write(async (tx) => tx.delete(changes).where(lt(changes.seq, 4)));
      const { next } = listen(agent, cursor);
      expect(await next()).toEqual({ id: 5, event: "resync", changes: [] });
      await tell(changed(6, [inbox.id]));
      expect((await next())?.id).toBe(6);
    });

    it("goes on where the oldest kept change is the very next one", async () => {
      const { agent, inbox } = await member();
      for (let n = 1; n <= 5; n += 1) await tell(changed(n, [inbox.id]));
      await store().write(async (tx) => tx.delete(changes).where(lt(changes.seq, 4)));
      expect(await listen(agent, 3).next()).toMatchObject({ id: 5, event: "changes" });
    });
  });

  describe("rights", () => {
    it("let an agent hear of their inboxes and of what concerns all, never of the outbox or of others", async () => {
      const { agent, inbox } = await member();
      const other = await build.inbox();
      await tell(
        changed(1, [other.id]),
        changed(2, [other.id, inbox.id]),
        { type: "outbox.wished", accountId: 1, inboxIds: [] },
        { type: "session.ended", agentId: agent.id + 1000 },
        { type: "tag.changed", tagId: 7 },
      );
      expect((await listen(agent, 0).next())?.changes).toEqual([
        changed(2, [inbox.id]),
        { type: "tag.changed", tagId: 7 },
      ]);
    });

    it("count as they are when an event is sent, not as they were when the stream began", async () => {
      const { agent, inbox } = await member();
      const other = await build.inbox();
      const { next } = listen(agent, 0);
      await tell(changed(1, [inbox.id]));
      await next();
      await store().write(async (tx) => {
        await tx.delete(inboxMembers).where(eq(inboxMembers.agentId, agent.id));
        await tx.insert(inboxMembers).values({ agentId: agent.id, inboxId: other.id });
      });
      await tell(changed(2, [inbox.id]), changed(3, [other.id]));
      expect((await next())?.changes).toEqual([changed(3, [other.id])]);
    });

    it("end with the session, at once", async () => {
      const { agent } = await member();
      const session = await build.session({ agentId: agent.id });
      const headers = new Headers({ cookie: session.cookie });
      const { next } = listen(agent, null, async () => (await identify(headers))?.agent ?? null);
      const first = next();
      await commit(async (tx, changed) => {
        await tx.update(sessions).set({ revokedAt: new Date() }).where(eq(sessions.id, session.id));
        changed({ type: "session.ended", agentId: agent.id });
      });
      expect(await first).toBeNull();
    });

    it("outlive the end of another session of the same agent", async () => {
      const { agent } = await member();
      const { next } = listen(agent, await latestSeq(store().read));
      const first = next();
      await tell({ type: "session.ended", agentId: agent.id });
      expect((await first)?.changes).toEqual([{ type: "session.ended", agentId: agent.id }]);
    });
  });

  describe("the number of streams", () => {
    it("is eight an agent; one that ends makes room", async () => {
      const { agent } = await member();
      const open = Array.from({ length: 8 }, () => listen(agent));
      expect(() => listen(agent)).toThrow(expect.objectContaining({ code: "rate_limited" }));
      open[0]?.cut.abort();
      expect(listen(agent).response.status).toBe(200);
    });

    it("is none after the ordered stop", async () => {
      const { agent } = await member();
      const { next } = listen(agent);
      const first = next();
      closeStreams();
      expect(await first).toBeNull();
    });
  });
});
