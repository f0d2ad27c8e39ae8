import type { Db } from "#db/dialect/sqlite";
import { findCannedReply, type CannedReplyRow } from "#db/queries/canned-replies/canned-reply-rows";
import type { Agent } from "./agent.ts";
import { can } from "./policies.ts";
import { AppError } from "../errors.ts";

/** Of one of another inbox nobody learns that it exists. */
export async function requireCannedReply(db: Db, agent: Agent, id: number): Promise<CannedReplyRow> {
  const reply = await findCannedReply(db, id);
  if (!reply || !can(agent, "canned-reply.use", reply))
    throw new AppError("not_found", "There is no such canned reply.");
  return reply;
}
