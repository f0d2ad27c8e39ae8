"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Conversation } from "#lib/contracts/conversation";
import type { Act } from "#lib/query/act";
import { cachedConversation } from "#lib/query/conversation-cache";
import { keys } from "#lib/query/keys";
import { rowsOf, type ConversationList } from "#lib/query/place-row";
import { useInboxStore } from "./inbox-state.tsx";
import { focusedRowId, focusRow } from "./list/row-id.ts";
import { useActs } from "./use-acts.ts";
import { currentLocation, goTo } from "./use-inbox-location.ts";
import { useIsPaired } from "./use-is-paired.ts";

export type Triage = {
  /** What keys act on: what is selected, else what is open, else what the cursor is on. */
  targets: () => Conversation[];
  /** Does it, and goes on to the next conversation when the open one leaves the list. */
  perform: (act: Act, ids?: readonly number[]) => void;
  /** On from an open conversation that is done with, to the one below it. */
  moveOn: (conversationId: number) => void;
};

export function useTriage(): Triage {
  const client = useQueryClient();
  const store = useInboxStore();
  const { act } = useActs();
  const isPaired = useIsPaired();

  // Read when a key or a click asks: what was drawn before may know less.
  const ids = () => {
    const { selected, cursorId } = store.getState();
    return selected.size > 0
      ? [...selected]
      : [currentLocation().conversationId ?? cursorId].filter((id) => id !== null);
  };

  const rowIds = () =>
    rowsOf(client.getQueryData<ConversationList>(keys.conversationList(currentLocation().filter))).map((row) => row.id);

  const perform = (wanted: Act, chosen: readonly number[] = ids()) => {
    const { filter, conversationId } = currentLocation();
    const { selected, select, cursorId, setCursorId } = store.getState();
    const before = rowIds();
    const hadFocus = focusedRowId() !== null;
    act(chosen, wanted);
    if (chosen.length > 1 || selected.has(chosen[0] ?? 0)) select([]);
    const after = new Set(rowIds());
    const next = neighbour(before, after, conversationId ?? cursorId);
    if (next === undefined) return;
    if (conversationId === null) {
      setCursorId(next);
      // The row below is drawn already: the focus does not fall out of the list with the one that leaves.
      if (hadFocus && next !== null) focusRow(next);
    }
    if (conversationId !== null) goTo(filter, isPaired ? next : null, "replace");
  };

  const moveOn = (conversationId: number) => {
    const location = currentLocation();
    if (location.conversationId !== conversationId) return;
    const before = rowIds();
    const next = neighbour(before, new Set(before.filter((id) => id !== conversationId)), conversationId) ?? null;
    goTo(location.filter, isPaired ? next : null, "replace");
  };

  const targets = () => ids().flatMap((id) => cachedConversation(client, id) ?? []);

  return { targets, perform, moveOn };
}

/** Where to go when `id` has left the list: to the row below it, else above; undefined when it has not left, null when none is left. */
function neighbour(before: number[], after: ReadonlySet<number>, id: number | null): number | null | undefined {
  const index = id === null ? -1 : before.indexOf(id);
  if (index === -1 || id === null || after.has(id)) return undefined;
  const below = before.slice(index + 1).find((other) => after.has(other));
  return below ?? before.slice(0, index).findLast((other) => after.has(other)) ?? null;
}
