"use client";

import { useQuery } from "@tanstack/react-query";
import { meOptions } from "#lib/query/agents";
import { workspaceOptions } from "#lib/query/workspace";

/** Whether the one who looks may connect a mailbox: admins, and agents where admins let them. */
export function useMayConnect(): boolean {
  const { data: me } = useQuery(meOptions());
  const { data: workspace } = useQuery(workspaceOptions());
  return me?.role === "admin" || workspace?.agentsMayConnect === true;
}
