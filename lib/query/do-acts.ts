import { notifyManager, type QueryClient } from "@tanstack/react-query";
import type { Conversation } from "../contracts/conversation.ts";
import { applyAct, inverseOf, requestOf, type Act } from "./act.ts";
import { cachedConversation, showConversations } from "./conversation-cache.ts";
import { applyChanges } from "./live.ts";
import { sendAct } from "./send-acts.ts";
import { beginAct } from "./underway-acts.ts";

/** One act on one conversation; with its row, where no list may hold it any more. */
export type Deed = { id: number; act: Act; row?: Conversation };

export type Doing = {
  /** What takes all of it back, in the opposite order. */
  inverse: Deed[];
  /** Fails when any of it failed; that is then as it was. */
  finished: Promise<void>;
};

/** So many of the acts failed; `cause` says why the first one did. */
export class FailedActs extends Error {
  readonly count: number;

  constructor(count: number, cause: unknown) {
    super(`${count} acts failed.`, { cause });
    this.count = count;
  }
}

/** Does acts on the screen at once and on the server behind; settled by reading the rows anew. */
export function doActs(client: QueryClient, deeds: readonly Deed[]): Doing {
  const started = notifyManager.batch(() => deeds.flatMap((deed) => startDeed(client, deed) ?? []));
  return { inverse: started.map(({ inverse }) => inverse).toReversed(), finished: finish(client, started) };
}

type StartedDeed = { deed: Deed; before: Conversation; inverse: Deed; settle: () => void };

function startDeed(client: QueryClient, deed: Deed): StartedDeed | undefined {
  const before = cachedConversation(client, deed.id) ?? deed.row;
  if (!before) return undefined;
  const settle = beginAct(client, deed.id, deed.act);
  const row = applyAct(before, deed.act);
  showConversations(client, [row]);
  return { deed, before, settle, inverse: { id: deed.id, act: inverseOf(before, deed.act), row } };
}

async function finish(client: QueryClient, started: StartedDeed[]): Promise<void> {
  const errors = await Promise.all(
    started.map(async ({ deed, before, settle }) => {
      const error = await sendAct(requestOf(before, deed.act));
      settle();
      if (error !== undefined) showConversations(client, [before]);
      return error;
    }),
  );
  applyChanges(
    client,
    started.map(({ deed }) => ({ type: "conversation.changed", conversationId: deed.id, inboxIds: [] })),
  );
  const failed = errors.filter((error) => error !== undefined);
  if (failed.length > 0) throw new FailedActs(failed.length, failed[0]);
}
