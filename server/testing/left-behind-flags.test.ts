import { afterEach, expect, it } from "vitest";
import { messages } from "#db/schema/index";
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
  const { mailbox, start } = await scripted(0, { capabilities });
  mailbox.deliver(plainMail(1), "INBOX", ["\\Seen"]);
  const sync = await start();
  await sync.settled();
  const [message] = await store().read.select().from(messages);
  const agent = await build.agent({ inboxIds: [sync.account.inboxId] });
  const conversationId = message?.conversationId ?? 0;
  await moveConversation(agent, conversationId, { role: "archive" });
  await setFlagged(agent, conversationId, true);
  await setSeen(agent, conversationId, false);
  outbox = startOutbox(sync.sessions(), { prefetch: false });
  await until(async () => (await openOperations()).length === 0);
  expect(mailbox.contents("INBOX")).toMatchObject([{ flags: ["\\Deleted", "\\Seen"] }]);
  expect(mailbox.contents("Archive")).toMatchObject([{ flags: ["\\Flagged"] }]);
  await sync.settled();
});
