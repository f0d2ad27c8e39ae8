import { mayReadFolder } from "#db/queries/accounts/placements";
import { findQuarantined } from "#db/queries/health/quarantine";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { store } from "#server/store";
import { fileResponse } from "../attachments/file-response.ts";

/** The mail that could not be read, as the server has it: to be saved and looked into, never shown here. */
export async function getQuarantinedSource(agent: Agent, folderId: number, uid: number): Promise<Response> {
  const found = await findQuarantined(store().read, folderId, uid);
  if (!found || !(await mayReadFolder(store().read, agent.id, folderId)))
    throw new AppError("not_found", "There is no such message.");
  if (found.sourceBlob === null)
    throw new AppError("unavailable", "The source of this message is not here yet.", { retryAfterSeconds: 5 });
  return fileResponse({ blob: found.sourceBlob, filename: `unreadable-${uid}.eml`, contentType: "message/rfc822" });
}
