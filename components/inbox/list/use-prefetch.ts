"use client";

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { conversationOptions } from "#lib/query/conversations";
import { whenIdle } from "../../ui/when-idle.ts";

/** A pointer or a focus that passes over a row does not mean it: the next key may be due. */
const restMs = 100;
const idleMs = 150;

/** Reads a conversation, and the text of its newest message, before it is opened: once the pointer or the focus rests on it. */
export function usePrefetch(): (id: number) => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (id) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => prefetch(client, id), restMs);
    },
    [client],
  );
}

/** Reads the conversations that come next while the agent looks at one, when the browser has nothing better to do. */
export function usePrefetchNext(ids: readonly number[]): void {
  const client = useQueryClient();
  const wanted = ids.join(",");
  useEffect(() => {
    if (wanted === "") return undefined;
    const timer = setTimeout(
      () => whenIdle(() => wanted.split(",").forEach((id) => prefetch(client, Number(id)))),
      idleMs,
    );
    return () => clearTimeout(timer);
  }, [wanted, client]);
}

/** The text of its newest message comes with it. Opening it will ask again, and say what is wrong. */
function prefetch(client: QueryClient, id: number): void {
  client.query(conversationOptions(id)).catch(() => undefined);
}
