import { afterPaint } from "../after-paint.ts";
import type { ConversationAct } from "../contracts/conversation-act.ts";
import { ApiError } from "./api-error.ts";
import { post } from "./api.ts";

type Waiting = { act: ConversationAct; settle: (error: unknown) => void };

const actsAtOnceMax = 200;
/** So many outlive the page that asks: what a browser sends for pages that are gone is little, and a draft may need most of it. */
const actsKeptAliveMax = 40;
let waiting: Waiting[] = [];
let isSending = false;

/**
 * Asks the server for an act, once what it did here is seen. What is asked for in the same moment, or while an earlier request is on its way,
 * goes out in one: so a burst costs one request, and no act overtakes another.
 * @returns the error; undefined once it is done
 */
export function sendAct(act: ConversationAct): Promise<unknown> {
  return new Promise((resolve) => {
    waiting.push({ act, settle: resolve });
    if (isSending) return;
    isSending = true;
    afterPaint(() => void sendAll());
  });
}

async function sendAll(): Promise<void> {
  while (waiting.length > 0) {
    const batch = waiting.slice(0, actsAtOnceMax);
    waiting = waiting.slice(actsAtOnceMax);
    const errors = await sendBatch(batch.map(({ act }) => act));
    for (const [index, { settle }] of batch.entries()) settle(errors(index));
  }
  isSending = false;
}

async function sendBatch(acts: ConversationAct[]): Promise<(index: number) => unknown> {
  try {
    const keepalive = acts.length <= actsKeptAliveMax;
    const { failures } = await post("/api/conversations/acts", { acts }, "actFailures", { keepalive });
    const errors = new Map(
      failures.map(({ index, code, detail }) => [index, new ApiError({ status: 0, code, detail })]),
    );
    return (index) => errors.get(index);
  } catch (error) {
    return () => error;
  }
}
