import { setTimeout as sleep } from "node:timers/promises";
import { findAgent } from "#db/queries/agents/agents";
import { inboxIdsOfAgent } from "#db/queries/agents/askers";
import { ConversationQuery } from "#lib/contracts/conversation";
import type { Agent } from "#server/auth/agent";
import { connectAccount } from "#server/commands/accounts/connect-account";
import { addAgent } from "#server/commands/agents/add-agent";
import { addCannedReply } from "#server/commands/canned-replies/add-canned-reply";
import { addNote } from "#server/commands/conversations/add-note";
import { assignConversation } from "#server/commands/conversations/assign-conversation";
import { setStatus } from "#server/commands/conversations/set-status";
import { setTags } from "#server/commands/conversations/set-tags";
import { snoozeConversation } from "#server/commands/conversations/snooze-conversation";
import { saveTag } from "#server/commands/tags/save-tag";
import { changeWorkspace } from "#server/commands/workspace/change-workspace";
import { listConversations } from "#server/queries/conversations/list-conversations";
import { listAccounts } from "#server/queries/accounts/list-accounts";
import { store } from "#server/store";
import type { SampleMailServer } from "./mail-server.ts";
import { cannedReplies } from "./canned-replies.ts";
import { teams } from "#server/sync/sample/mails/people";

const staff = [
  { name: "Ada Kern", emailAddress: "ada@northwind.test", role: "admin" },
  { name: "Tom Sand", emailAddress: "tom@northwind.test", role: "agent" },
  { name: "Lena Meyer", emailAddress: "lena@northwind.test", role: "agent" },
] as const;

const tagNames = ["Delivery", "Refund", "Urgent", "Wholesale"];

/** Hires three agents and connects the two mailboxes. */
export async function furnish(server: SampleMailServer, password: string): Promise<Agent[]> {
  const agents: Agent[] = [];
  for (const person of staff) {
    const id = await addAgent({ ...person, password });
    const row = await findAgent(store().read, id);
    if (row)
      agents.push({
        id,
        name: row.name,
        emailAddress: row.emailAddress,
        role: row.role,
        inboxIds: await inboxIdsOfAgent(store().read, id),
      });
  }
  const ada = member(agents, 0);
  await changeWorkspace(ada, { name: "Northwind" });
  for (const team of Object.values(teams)) {
    await connectAccount(ada, {
      name: team.name.replace("Northwind ", ""),
      senderName: team.name,
      emailAddress: team.address,
      password: server.password,
      mode: "two-way",
      imap: { host: "127.0.0.1", port: server.imapPort, security: "none" },
      smtp: { host: "127.0.0.1", port: server.smtpPort, security: "none" },
    });
  }
  return agents;
}

/** Once the mail is here: the traces of a morning's work. */
export async function workAMorning(agents: Agent[]): Promise<void> {
  const [ada, tom, lena] = [member(agents, 0), member(agents, 1), member(agents, 2)];
  while (!(await listAccounts(ada)).items.every((account) => account.state === "live")) await sleep(100);
  const tagIds: number[] = [];
  for (const [color, name] of tagNames.entries()) tagIds.push((await saveTag(null, { name, color: color * 3 })).id);
  for (const reply of cannedReplies) await addCannedReply(ada, reply);
  const { items } = await listConversations(ada, ConversationQuery.parse({ view: "open", limit: 60 }));
  const find = (words: string) => items.find((conversation) => conversation.subject.includes(words))?.id;
  const about = async (words: string, work: (id: number) => Promise<unknown>) => {
    const id = find(words);
    if (id !== undefined) await work(id);
  };

  await about("48213", async (id) => {
    await assignConversation(lena, id, ada.id);
    await setTags(lena, id, tagIds.slice(0, 1));
    await addNote(
      lena,
      id,
      "Third cracked lid this month. @Tom could you ask the warehouse to change the padding? I would send a new one without asking for the old.",
    );
  });
  await about("Rechnung März", (id) => setTags(ada, id, tagIds.slice(1, 2)));
  await about("API limits", (id) => assignConversation(tom, id, tom.id));
  await about("配送先", (id) => setTags(tom, id, tagIds.slice(0, 1)));
  await about("Remboursement", async (id) => {
    await assignConversation(lena, id, lena.id);
    await setTags(lena, id, tagIds.slice(1, 3));
  });
  await about("Cannot sign in", (id) => assignConversation(ada, id, ada.id));
  await about("Wholesale price list", async (id) => {
    await assignConversation(tom, id, tom.id);
    await setTags(tom, id, tagIds.slice(3));
  });
  await about("Angebot für 120", (id) => setStatus(lena, id, "pending"));
  await about("Tienen tienda", (id) => snoozeConversation(ada, id, new Date(Date.now() + 20 * 3_600_000)));
  for (const [index, conversation] of items.slice(24).entries())
    if (index % 2 === 0) await setStatus(tom, conversation.id, "closed");
}

function member(agents: Agent[], index: number): Agent {
  const agent = agents[index];
  if (!agent) throw new Error("Nobody was hired.");
  return agent;
}
