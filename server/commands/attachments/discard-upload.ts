import { deleteUpload } from "#db/queries/conversations/attachment-rows";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";

export async function discardUpload(agent: Agent, attachmentId: number): Promise<void> {
  const isDeleted = await commit((tx) => deleteUpload(tx, agent.id, attachmentId));
  if (!isDeleted) throw new AppError("not_found", "There is no such upload.");
}
