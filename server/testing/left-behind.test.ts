import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { conversationInboxes } from "#db/schema/index";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { rolesOf } from "#lib/mail/role-mask";
import type { Agent } from "../auth/agent.ts";
import { moveConversation } from "../commands/conversations/move-conversation.ts";
import { store } from "../store.ts";
import { build } from "./build.ts";
import { useFreshStore } from "./fresh-store.ts";
import { customerMail } from "./outbox-mailbox.ts";
import { runSync, type RunningSync } from "./run-sync.ts";
import { capabilitiesWith } from "./scripted-imap/capabilities.ts";
import { startScriptedImap, type ScriptedImap } from "./scripted-imap/start-scripted-imap.ts";

useFreshStore();

const user = { name: "help", password: "secret" };
let server: ScriptedImap;
let sync: RunningSync;
let agent: Agent;

beforeEach(async () => {
  const capabilities = capabilitiesWith("plain", { add: ["SPECIAL-USE"] });
  server = await startScriptedImap({ users: [user], capabilities });
  server.mailbox(user.name).deliver(customerMail(1));
  const inbox = await build.inbox();
  agent = await build.agent({ inboxIds: [inbox.id] });
  sync = await runSync({ port: server.port, ...user }, { inboxId: inbox.id, withOutbox: true });
  await sync.settled();
});
afterEach(async () => {
  await sync.stop();
  await server.stop();
});

const theConversation = async () => {
  const [row] = await store().read.select().from(conversationInboxes);
  if (!row) throw new Error("There is no conversation.");
  return row;
};
const shownIn = async () => rolesOf((await theConversation()).roleMask);
const sourcesOf = (path: string) =>
  server
    .mailbox(user.name)
    .contents(path)
    .map(({ flags }) => flags.join());

async function moveTo(role: "archive" | "trash" | "inbox"): Promise<void> {
  await moveConversation(agent, (await theConversation()).conversationId, { role });
  const path = { archive: "Archive", trash: "Trash", inbox: "INBOX" }[role];
  await vi.waitFor(() => expect(sourcesOf(path)).toContain(""), 10_000);
  await sync.settled();
}

describe("on a server that cannot expunge one message alone", () => {
  it("a moved mail is shown where it went, although what was left behind is still listed", async () => {
    await moveTo("archive");
    expect(sourcesOf("INBOX")).toEqual(["\\Deleted"]);
    expect(await shownIn()).toEqual(["archive"] satisfies FolderRole[]);
  });

  it("what was left behind is not moved along", async () => {
    await moveTo("archive");
    await moveTo("trash");
    expect(await shownIn()).toEqual(["trash"] satisfies FolderRole[]);
    expect(sourcesOf("Trash")).toEqual([""]);
    expect(sourcesOf("INBOX")).toEqual(["\\Deleted"]);
  });

  it("a mail that another program marked as deleted, and that lies nowhere else, stays in sight", async () => {
    const other = await sync.client();
    await other.run("SELECT INBOX");
    await other.run("UID STORE 1 +FLAGS (\\Deleted)");
    await sync.settled();
    expect(await shownIn()).toEqual(["inbox"] satisfies FolderRole[]);
  });
});
