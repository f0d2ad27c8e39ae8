"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "#lib/query/keys";
import { applyChanges, resync } from "#lib/query/live";
import { forgetMail } from "#lib/query/session";
import type { Me } from "#lib/contracts/agent";
import { setConnection } from "./connection.ts";

export type LiveUpdatesProps = {
  /** The newest seq before the page's queries ran: whatever came after it is told by the stream. */
  since: number;
};

/** Keeps everything this tab has read true, for as long as it is there. */
export function LiveUpdates({ since }: LiveUpdatesProps) {
  const client = useQueryClient();
  useEffect(() => {
    let close: (() => void) | null | undefined;
    const open = async () => {
      const { openBrowserStream } = await import("./browser-stream.ts");
      // Gone again before it was loaded.
      if (close === null) return;
      close = openBrowserStream(since, {
        onChanges: (_seq, changes) => {
          applyChanges(client, changes);
          const me = client.getQueryData<Me>(keys.me);
          if (changes.some((change) => change.type === "session.ended" && change.agentId === me?.id))
            void checkSession();
        },
        onResync: () => void resync(client),
        onConnection: (isLive) => setConnection(isLive ? "live" : "offline"),
        onSignedOut: () => void leave(),
      });
    };
    void open();
    return () => {
      close?.();
      close = null;
    };
    // A page rendered again later knows more than the stream needs; the cursor it began with stays right.
    // eslint-disable-next-line react/exhaustive-deps
  }, [client]);
  return null;
}

/** One of this agent's sessions ended: perhaps this one. */
async function checkSession(): Promise<void> {
  const response = await fetch("/api/me").catch(() => null);
  if (response?.status === 401) await leave();
}

async function leave(): Promise<void> {
  await forgetMail();
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}
