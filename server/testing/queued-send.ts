import { operations, sends } from "#db/schema/index";
import { queueReply } from "../commands/sends/queue-reply.ts";
import { retrySend } from "../commands/sends/retry-send.ts";
import { store } from "../store.ts";
import { build } from "./build.ts";
import type { ConnectedAccount } from "./connected-account.ts";

/** An agent's answer to the first mail of the mailbox, ready to leave at once; or that mail, to be sent on. */
export async function queueAnswer(
  mailbox: ConnectedAccount,
  body: Partial<Parameters<typeof queueReply>[2]> = {},
  kind: "reply" | "forward" = "reply",
) {
  const agent = await build.agent({ inboxIds: [mailbox.account.inboxId] });
  const [first] = await mailbox.takeIn();
  if (!first) throw new Error("The mailbox holds nothing to answer.");
  const { conversationId } = first.message;
  const draft = kind === "forward" ? await build.draft({ authorId: agent.id, conversationId, kind }) : null;
  const accepted = await queueReply(agent, conversationId, {
    text: "We are on it.",
    idempotencyKey: `answer-${first.message.id}`,
    undoMs: 0,
    ...(draft && { draftId: draft.id }),
    ...body,
  });
  return { agent, answered: first, accepted };
}

export async function theSend() {
  const [send] = await store().read.select().from(sends);
  if (!send) throw new Error("Nothing was queued.");
  return send;
}

export async function operationsOf(kind: (typeof operations.$inferSelect)["kind"]) {
  return (await store().read.select().from(operations)).filter((operation) => operation.kind === kind);
}

/** A person decides to send it once more. */
export const retryByHand = retrySend;
