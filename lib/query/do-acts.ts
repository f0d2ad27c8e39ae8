import type { QueryClient } from "@tanstack/react-query";
import type { Conversation } from "../contracts/conversation.ts";
import { applyAct, inverseOf, requestOf, type Act } from "./act.ts";
import { send } from "./api.ts";
import { cachedConversation, showConversation } from "./conversation-cache.ts";
import { applyChanges } from "./live.ts";
import { beginAct } from "./underway-acts.ts";

/** One act on one conversation; with its row, where no list may hold it any more. */
export type Deed = { id: number; act: Act; row?: Conversation };

export type Doing = {
  /** What takes all of it back, in the opposite order. */
  inverse: Deed[];
  /** Fails when any of it failed; that is then as it was. */
  finished: Promise<void>;
};

const requestsAtOnceMax = 4;
/** The last request about each conversation: the next one waits for it, or it could overtake it on the way. */
const underway = new Map<number, Promise<unknown>>();

/** Does acts on the screen at once and on the server behind; settled by reading the rows anew. */
export function doActs(client: QueryClient, deeds: readonly Deed[]): Doing {
  const started = deeds.flatMap((deed) => startDeed(client, deed) ?? []);
  return { inverse: started.map(({ inverse }) => inverse).toReversed(), finished: finish(client, started) };
}

type StartedDeed = { deed: Deed; before: Conversation; inverse: Deed; settle: () => void };

function startDeed(client: QueryClient, deed: Deed): StartedDeed | undefined {
  const before = cachedConversation(client, deed.id) ?? deed.row;
  if (!before) return undefined;
  const settle = beginAct(client, deed.id, deed.act);
  const row = applyAct(before, deed.act);
  showConversation(client, row);
  return { deed, before, settle, inverse: { id: deed.id, act: inverseOf(before, deed.act), row } };
}

async function finish(client: QueryClient, started: StartedDeed[]): Promise<void> {
  const queue = [...started];
  const errors: unknown[] = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const error = await inTurn(next);
      next.settle();
      if (error === undefined) continue;
      errors.push(error);
      showConversation(client, next.before);
    }
  };
  await Promise.all(Array.from({ length: Math.min(requestsAtOnceMax, started.length) }, work));
  applyChanges(
    client,
    started.map(({ deed }) => ({ type: "conversation.changed", conversationId: deed.id, inboxIds: [] })),
  );
  if (errors.length > 0) throw errors[0];
}

function inTurn(next: StartedDeed): Promise<unknown> {
  const { id } = next.deed;
  const turn = (underway.get(id) ?? Promise.resolve()).then(() => attempt(next));
  underway.set(id, turn);
  return turn.finally(() => underway.get(id) === turn && underway.delete(id));
}

async function attempt({ deed, before }: StartedDeed): Promise<unknown> {
  const { method, path, body } = requestOf(before, deed.act);
  try {
    await send(method, path, body);
    return undefined;
  } catch (error) {
    return error;
  }
}
