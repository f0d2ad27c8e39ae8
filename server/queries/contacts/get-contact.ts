import { contactFacts } from "#db/queries/conversations/contact-facts";
import type { Contact } from "#lib/contracts/contact";
import type { Agent } from "../../auth/agent.ts";
import { store } from "../../store.ts";

/** Somebody who writes to the agent's inboxes; of an address that never did, so much is said. */
export async function getContact(agent: Agent, address: string): Promise<Contact> {
  const { firstAt, lastAt, mailCount, conversationCount } = await contactFacts(store().read, agent.inboxIds, address);
  return { address, firstMailAt: instant(firstAt), lastMailAt: instant(lastAt), mailCount, conversationCount };
}

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
