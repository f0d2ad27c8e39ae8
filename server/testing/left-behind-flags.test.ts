import { afterEach, expect, it } from "vitest";
import { messages, operations, placements } from "#db/schema/index";
import { moveConversation } from "../commands/conversations/move-conversation.ts";
import { setFlagged } from "../commands/conversations/set-flagged.ts";
import { setSeen } from "../commands/conversations/set-seen.ts";
import type { EnginePart } from "../engine-part.ts";
import { startOutbox } from "../outbox/worker.ts";
import { store } from "../store.ts";
import { build } from "./build.ts";
import { useFreshStore } from "./fresh-store.ts";
import { openOperations } from "./operations-left.ts";
import { until } from "./run-sync.ts";
import { capabilitiesWith } from "./scripted-imap/capabilities.ts";
import { plainMail, useScriptedSync } from "./scripted-sync.ts";

useFreshStore();
const scripted = useScriptedSync();
let outbox: EnginePart | null = null;
afterEach(() => outbox?.stop());

it("A copy that a server leaves behind keeps the flags that agents changed on the way", async () => {
  const capabilities = capabilitiesWith("qresync", { drop: ["MOVE", "UIDPLUS"] });
  const { server, mailbox, start } = await scripted(0, { capabilities });
  mailbox.deliver(plainMail(1), "INBOX", ["\\Seen"]);
  const sync = await start();
  await sync.settled();
  const [message] = await store().read.select().from(messages);
  const agent = await build.agent({ inboxIds: [sync.account.inboxId] });
  const conversationId = message?.conversationId ?? 0;
  await moveConversation(agent, conversationId, { role: "archive" });
  await setFlagged(agent, conversationId, true);
  await setSeen(agent, conversationId, false);

  // It is copied, and where to cannot be found out for now; meanwhile sync hears of all that became of it here.
  server.setFaults(({ line }) => (line.includes("HEADER") && line.includes("SEARCH") ? refusal : undefined));
  outbox = startOutbox(sync.sessions(), { prefetch: false });
  await until(async () => (await openOperations()).some((one) => one.kind === "move" && one.lastError !== ""));
  await outbox.stop();
  await until(async () => (await store().read.select().from(placements)).some((one) => one.deleted));

  server.setFaults(null);
  await store().write(async (tx) => tx.update(operations).set({ notBefore: new Date(0) }));
  outbox = startOutbox(sync.sessions(), { prefetch: false });
  await until(async () => (await openOperations()).length === 0);
  expect(mailbox.contents("INBOX")).toMatchObject([{ flags: ["\\Deleted", "\\Seen"] }]);
  await sync.settled();
});

const refusal = { refuse: "NO [INUSE] Not now." };
