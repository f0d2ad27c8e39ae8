import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { folders, messages, operations } from "#db/schema/index";
import { moveConversation } from "../commands/conversations/move-conversation.ts";
import type { EnginePart } from "../engine-part.ts";
import { AccountSessions } from "../imap/account-sessions.ts";
import { openSession } from "../imap/open-session.ts";
import { startOutbox } from "../outbox/worker.ts";
import { store } from "../store.ts";
import { build } from "./build.ts";
import { useFreshStore } from "./fresh-store.ts";
import { until } from "./run-sync.ts";
import { capabilitiesWith } from "./scripted-imap/capabilities.ts";
import { useScriptedSync } from "./scripted-sync.ts";

useFreshStore();
const scripted = useScriptedSync();
let outbox: EnginePart | null = null;
afterEach(() => outbox?.stop());

it("A move that broke off as its folder was renumbered stays in doubt until its mail is found again", async () => {
  const { server, mailbox, start } = await scripted(1, {
    capabilities: capabilitiesWith("qresync", { drop: ["MOVE"] }),
  });
  const sync = await start();
  await sync.settled();
  await sync.stop();
  const [message] = await store().read.select().from(messages);
  const agent = await build.agent({ inboxIds: [sync.account.inboxId] });
  await moveConversation(agent, message?.conversationId ?? 0, { role: "archive" });
  // It was copied and not taken away yet when the folder got new UIDs, of which sync knows nothing but that they are new.
  mailbox.copy("INBOX", [1], "Archive");
  await store().write(async (tx) => {
    await tx.update(operations).set({ state: "uncertain" });
    await tx.update(folders).set({ generation: 2 }).where(eq(folders.path, "INBOX"));
  });
  const sessions = new AccountSessions();
  const { username, id } = sync.account;
  const session = await openSession({ host: "127.0.0.1", port: server.port, security: "none", username, password: "secret", purpose: "command" }); // prettier-ignore
  sessions.attach(id, session);
  outbox = startOutbox(sessions, { prefetch: false });
  const move = await until(async () => {
    const [operation] = await store().read.select().from(operations);
    return operation && (operation.lastError !== "" || operation.settledAt) ? operation : null;
  });
  expect(move).toMatchObject({ kind: "move", state: "uncertain", settledAt: null });
  session.destroy();
});
