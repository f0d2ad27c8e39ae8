import type { Db } from "#db/dialect/sqlite";
import { listInboxRows } from "#db/queries/agents/inboxes";
import { countCannedReplies } from "#db/queries/canned-replies/canned-reply-rows";
import { cannedRepliesMax } from "#lib/contracts/canned-reply";
import type { Agent } from "../../auth/agent.ts";
import { can } from "../../auth/policies.ts";
import { AppError } from "../../errors.ts";
import { safeHtml } from "../../mime/safe-html.ts";

/** As it may be put into everybody's editor. */
export async function requireWords(html: string): Promise<string> {
  const safe = await safeHtml(html);
  if (safe !== "") return safe;
  const message = "Write something to reply with.";
  throw new AppError("invalid", message, { issues: [{ path: "html", message }] });
}

/** @param inboxId null for everybody's */
export async function requirePlace(tx: Db, agent: Agent, inboxId: number | null): Promise<void> {
  const isThere = inboxId === null || (await listInboxRows(tx)).some(({ id }) => id === inboxId);
  if (!isThere || !can(agent, "canned-reply.use", { inboxId })) {
    const message = "There is no such inbox.";
    throw new AppError("invalid", message, { issues: [{ path: "inboxId", message }] });
  }
  if ((await countCannedReplies(tx, inboxId)) >= cannedRepliesMax)
    throw new AppError("conflict", "There are too many canned replies here: delete one first.");
}
