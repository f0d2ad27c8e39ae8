import type { DueOperation } from "#db/queries/outbox/due-operations";
import type { OutboxContext } from "../../context.ts";
import { removeDraft } from "./remove-draft.ts";
import { saveDraft } from "./save-draft.ts";

/** Both may be begun again after a crash: what was written is found by its Message-ID, and what is gone is gone. */
export async function actOnDraft(context: OutboxContext, operations: DueOperation[]): Promise<void> {
  for (const { id, payload } of operations) {
    if (payload.kind === "save-draft") await saveDraft(context, id, payload.draftId);
    if (payload.kind === "remove-draft") await removeDraft(context, id, payload);
  }
}
