/** What agents do in the app, by the same commands that the routes use. */
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { conversationInboxes, folders, messages, placements } from "#db/schema/index";
import type { Agent } from "../../auth/agent.ts";
import { labelConversation } from "../../commands/conversations/label-conversation.ts";
import { moveConversation } from "../../commands/conversations/move-conversation.ts";
import { setFlagged } from "../../commands/conversations/set-flagged.ts";
import { setSeen } from "../../commands/conversations/set-seen.ts";
import { queueReply } from "../../commands/sends/queue-reply.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import type { seededRandom } from "../seeded-random.ts";

type Random = ReturnType<typeof seededRandom>;

const roles = ["inbox", "archive", "trash", "junk"] as const;

/** @param promised hears the Message-ID of every answer that was taken */
export function agentActs({ agent, random }: { agent: Agent; random: Random }, promised: (id: string) => void) {
  let replyCount = 0;
  // As many numbers an act whatever there is to choose from, so that a seed goes on alike.
  const chosen = async () => {
    const at = random.next();
    const rows = await store()
      .read.selectDistinct({ id: conversationInboxes.conversationId })
      .from(conversationInboxes)
      .innerJoin(messages, eq(messages.conversationId, conversationInboxes.conversationId))
      .innerJoin(placements, and(eq(placements.messageId, messages.id), isNull(placements.missingSince)))
      .orderBy(conversationInboxes.conversationId);
    return rows[Math.floor(at * rows.length)]?.id;
  };
  const onOne = async (act: (conversationId: number) => Promise<string>): Promise<string> => {
    const conversationId = await chosen();
    if (conversationId === undefined) return "";
    return act(conversationId).catch((error: unknown) => {
      // Somebody was faster: an agent would be told, and go on.
      if (error instanceof AppError) return `conversation ${conversationId}: ${error.message}`;
      throw error;
    });
  };
  const told = (conversationId: number, work: Promise<unknown>, what = "") =>
    work.then(() => `conversation ${conversationId} ${what}`);

  return {
    see: () => onOne((id) => told(id, setSeen(agent, id, true))),
    unsee: () => onOne((id) => told(id, setSeen(agent, id, false))),
    flagIt: () => onOne((id) => told(id, setFlagged(agent, id, true))),
    unflagIt: () => onOne((id) => told(id, setFlagged(agent, id, false))),
    moveToRole: () => {
      const role = random.pick(roles);
      return onOne((id) => told(id, moveConversation(agent, id, { role }), role));
    },
    moveToFolder: () => {
      const at = random.next();
      return onOne(async (id) => {
        const rows = await store().read.select({ id: folders.id, path: folders.path }).from(folders).where(eq(folders.selectable, true)); // prettier-ignore
        const folder = rows[Math.floor(at * rows.length)];
        if (!folder) return "";
        return told(id, moveConversation(agent, id, { folderId: folder.id }), folder.path);
      });
    },
    label: () => {
      const [at, isAdded] = [random.next(), random.next() < 0.6];
      return onOne(async (id) => {
        const rows = await store().read.select({ id: folders.id, path: folders.path }).from(folders).where(isNotNull(folders.label)); // prettier-ignore
        const folder = rows[Math.floor(at * rows.length)];
        if (!folder) return "";
        const change = { addFolderIds: isAdded ? [folder.id] : [], removeFolderIds: isAdded ? [] : [folder.id] };
        return told(id, labelConversation(agent, id, change), `${isAdded ? "+" : "-"}${folder.path}`);
      });
    },
    reply: () =>
      onOne(async (id) => {
        const to = [{ name: "Ada", address: "ada@customer.test" }];
        const idempotencyKey = `model-${(replyCount += 1)}-of-this-run`;
        const { internetMessageId } = await queueReply(agent, id, {
          text: "We are on it.",
          idempotencyKey,
          undoMs: 0,
          to,
        });
        promised(internetMessageId);
        return `conversation ${id} <${internetMessageId}>`;
      }),
  };
}
