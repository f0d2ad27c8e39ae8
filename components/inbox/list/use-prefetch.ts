"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { conversationOptions } from "#lib/query/conversations";
import { messageTextOptions } from "#lib/query/messages";

/** Reads a conversation, and the text of its newest message, before it is opened. */
export function usePrefetch(): (id: number) => void {
  const client = useQueryClient();
  return useCallback(
    (id) => {
      const prefetch = async () => {
        const conversation = await client.query(conversationOptions(id));
        const newest = conversation.messages.at(-1);
        if (newest && newest.bodyState === "stored") await client.query(messageTextOptions(newest.id));
      };
      // Opening it will ask again, and say what is wrong.
      prefetch().catch(() => undefined);
    },
    [client],
  );
}

/** Reads the conversations that come after the open one while the agent reads that. */
export function usePrefetchNext(ids: readonly number[]): void {
  const prefetch = usePrefetch();
  const wanted = ids.join(",");
  useEffect(() => {
    if (wanted === "") return undefined;
    const timer = setTimeout(() => wanted.split(",").map(Number).forEach(prefetch), 150);
    return () => clearTimeout(timer);
  }, [wanted, prefetch]);
}
