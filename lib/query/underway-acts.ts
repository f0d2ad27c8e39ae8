import type { QueryClient } from "@tanstack/react-query";
import type { Conversation } from "../contracts/conversation.ts";
import { applyAct, type Act } from "./act.ts";

/** Acts on their way to the server, by conversation: a row read meanwhile is shown with them done. */
const underway = new WeakMap<QueryClient, Map<number, Act[]>>();

/** @returns what to call when the server has answered */
export function beginAct(client: QueryClient, id: number, act: Act): () => void {
  const acts = underway.get(client) ?? new Map<number, Act[]>();
  underway.set(client, acts);
  acts.set(id, [...(acts.get(id) ?? []), act]);
  return () => {
    const left = (acts.get(id) ?? []).filter((other) => other !== act);
    if (left.length > 0) acts.set(id, left);
    else acts.delete(id);
  };
}

export function withUnderwayActs<Row extends Conversation>(client: QueryClient, row: Row): Row {
  const acts = underway.get(client)?.get(row.id);
  return acts === undefined ? row : { ...row, ...acts.reduce<Conversation>(applyAct, row) };
}
