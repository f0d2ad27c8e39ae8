import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changesAfter, latestSeq } from "#db/queries/changes";
import { activities, conversationInboxes, messages, operations, placements } from "#db/schema/index";
import type { Agent } from "../auth/agent.ts";
import { moveConversation } from "../commands/conversations/move-conversation.ts";
import { setSeen } from "../commands/conversations/set-seen.ts";
import { setStatus } from "../commands/conversations/set-status.ts";
import { store } from "../store.ts";
import { build } from "./build.ts";
import { useFreshStore } from "./fresh-store.ts";
import { customerMail } from "./outbox-mailbox.ts";
import { runSync, type RunningSync } from "./run-sync.ts";
import { startScriptedImap, type ScriptedImap } from "./scripted-imap/start-scripted-imap.ts";

useFreshStore();

const user = { name: "help", password: "secret" };
let server: ScriptedImap;
let sync: RunningSync;
let agent: Agent;
let conversationId: number;

/** As a server does that knows much, one that counts changes only, and one that does neither. */
const kinds = ["qresync", "condstore", "plain"] as const;

async function begin(capabilities: (typeof kinds)[number]): Promise<void> {
  server = await startScriptedImap({ users: [user], capabilities });
  server.mailbox(user.name).deliver(customerMail(1));
  const inbox = await build.inbox();
  agent = await build.agent({ inboxIds: [inbox.id] });
  sync = await runSync({ port: server.port, ...user }, { inboxId: inbox.id, withOutbox: true });
  await sync.settled();
  // Its text comes a little later, and is news of its own.
  await vi.waitFor(async () => {
    const [message] = await store().read.select().from(messages);
    expect(message?.bodyState).not.toBe("none");
  }, 10_000);
  const [row] = await store().read.select().from(conversationInboxes);
  conversationId = row?.conversationId ?? 0;
}

/** Until the server has it, and sync has looked at every folder since. */
async function settle(): Promise<void> {
  await vi.waitFor(async () => {
    const open = (await store().read.select().from(operations)).filter(({ settledAt }) => settledAt === null);
    expect(open).toEqual([]);
  }, 10_000);
  await sync.restart();
  await sync.settled();
}

describe.each(kinds)("what an agent did, coming back from a server of the kind %s", (kind) => {
  beforeEach(() => begin(kind));
  afterEach(async () => {
    await sync.stop();
    await server.stop();
  });

  it("is no news when it is a flag", async () => {
    const seq = await latestSeq(store().read);
    await setSeen(agent, conversationId, true);
    await settle();
    const told = (await changesAfter(store().read, seq, 100)).filter(
      ({ data }) => data.type === "conversation.changed",
    );
    expect(told).toHaveLength(1);
  });

  it("is no new mail when it is a move, and opens nothing again", async () => {
    await setStatus(agent, conversationId, "closed");
    await moveConversation(agent, conversationId, { role: "archive" });
    await settle();
    const live = (await store().read.select().from(placements)).filter(
      ({ missingSince, deleted }) => missingSince === null && !deleted,
    );
    expect(live).toHaveLength(1);
    expect((await store().read.select().from(conversationInboxes))[0]?.status).toBe("closed");
    expect((await store().read.select().from(activities)).map((row) => row.kind)).not.toContain("reopened");
  });
});
