import type { Inbox } from "#lib/contracts/agent";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { listInboxes } from "./list-inboxes.ts";

export async function readInbox(agent: Agent, inboxId: number): Promise<Inbox> {
  const inbox = (await listInboxes(agent)).items.find(({ id }) => id === inboxId);
  if (!inbox) throw new AppError("not_found", "There is no such inbox.");
  return inbox;
}
