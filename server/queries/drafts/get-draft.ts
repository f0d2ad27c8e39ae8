import { findDraft } from "#db/queries/conversations/draft-rows";
import type { Draft } from "#lib/contracts/draft";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { presentDrafts } from "./present-drafts.ts";

export async function getDraft(agent: Agent, draftId: number): Promise<Draft> {
  const db = store().read;
  const row = await findDraft(db, agent, draftId);
  const [draft] = row ? await presentDrafts(db, [row]) : [];
  if (!draft) throw new AppError("not_found", "There is no such draft.");
  return draft;
}
