"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

const channelName = "postroom.owner";

/** Brings back what this agent read in this browser before, and keeps what is read now. */
export function KeptCache({ owner }: { owner: string }) {
  const client = useQueryClient();
  useEffect(() => {
    let end: (() => void) | null | undefined;
    const begin = async () => {
      const { keepCache, restoreCache } = await import("#lib/query/persisted-cache");
      await restoreCache(client, owner);
      if (end !== null) end = keepCache(client, owner);
    };
    // A browser that lends no room starts cold each time.
    begin().catch(() => undefined);
    return () => {
      end?.();
      end = null;
    };
  }, [client, owner]);
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    // Somebody else signed in beside this tab: what it shows is no longer theirs to see.
    channel.addEventListener("message", ({ data }) => data !== owner && window.location.reload());
    // A BroadcastChannel knows only its own origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage(owner);
    return () => channel.close();
  }, [owner]);
  return null;
}
