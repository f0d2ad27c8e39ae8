import { z } from "zod";
import { SetAssignee, SetFolder, SetSnooze, SetStatus, SetTags } from "./conversation.ts";
import { problemCodes } from "./problem.ts";

const of = z.strictObject({ conversationId: z.number().int().positive() });
const on = z.boolean();

/** One of the acts that have a route of their own, named by the end of its path. */
export const ConversationAct = z.discriminatedUnion("act", [
  of.extend({ act: z.literal("status"), ...SetStatus.shape }),
  of.extend({ act: z.literal("assignee"), ...SetAssignee.shape }),
  of.extend({ act: z.literal("folder"), ...SetFolder.shape }),
  /** Takes the last move back. */
  of.extend({ act: z.literal("back") }),
  /** For good, what of it lies in Trash or Junk; off, while there is time, takes that back. */
  of.extend({ act: z.literal("deletion"), on }),
  of.extend({ act: z.literal("tags"), ...SetTags.shape }),
  of.extend({ act: z.literal("snooze"), ...SetSnooze.shape }),
  of.extend({ act: z.literal("seen"), on }),
  of.extend({ act: z.literal("flagged"), on }),
]);
export type ConversationAct = z.infer<typeof ConversationAct>;

export const ActOnConversations = z.strictObject({ acts: z.array(ConversationAct).max(200) });
export type ActOnConversations = z.infer<typeof ActOnConversations>;

/** Those of the acts that could not be done, by their place in the list; the others are. */
export const ActFailures = z.object({
  failures: z.array(z.object({ index: z.number().int(), code: z.enum(problemCodes), detail: z.string() })),
});
export type ActFailures = z.infer<typeof ActFailures>;
