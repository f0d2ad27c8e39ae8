import { findCannedReply } from "#db/queries/canned-replies/canned-reply-rows";
import type { CannedReply } from "#lib/contracts/canned-reply";
import type { Agent } from "../../auth/agent.ts";
import { can } from "../../auth/policies.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { presentCannedReply } from "./present-canned-reply.ts";

export async function readCannedReply(agent: Agent, id: number): Promise<CannedReply> {
  const row = await findCannedReply(store().read, id);
  if (!row || !can(agent, "canned-reply.use", row)) throw new AppError("not_found", "There is no such canned reply.");
  return presentCannedReply(row);
}
