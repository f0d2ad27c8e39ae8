import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  Inbox,
  Invitation,
  type Agent,
  type ChangeAgent,
  type InviteAgent,
  type SaveInbox,
} from "../contracts/agent.ts";
import { pageOf } from "../contracts/paging.ts";
import { del, get, patch, post, send } from "./api.ts";
import { changeCached, changeCachedRow, overlay } from "./change-cached.ts";
import { keys } from "./keys.ts";

export function invitationsOptions() {
  return queryOptions({
    queryKey: keys.invitations,
    queryFn: async ({ signal }) => (await get("/api/invitations", pageOf(Invitation), { signal })).items,
  });
}

export function useInviteAgent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitation: InviteAgent) => post("/api/invitations", invitation, Invitation),
    onSettled: () =>
      Promise.all([keys.agents, keys.invitations].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export function useRevokeInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitation: Invitation) => del(`/api/invitations/${invitation.id}`),
    onMutate: async ({ id }) => {
      const undo = await changeCached<Invitation[]>(client, keys.invitations, (all) =>
        all.filter((row) => row.id !== id),
      );
      return { undo };
    },
    onError: (_error, _invitation, context) => context?.undo(),
    onSettled: () =>
      Promise.all([keys.agents, keys.invitations].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export function useMakeLink(agentId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post(`/api/agents/${agentId}/reset-link`, {}, Invitation),
    onSettled: () => client.invalidateQueries({ queryKey: keys.invitations }),
  });
}

export function useChangeAgent(agentId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeAgent) => send("PATCH", `/api/agents/${agentId}`, change),
    onMutate: async ({ deactivated, ...shown }) => {
      const undo = await changeCachedRow<Agent>(client, keys.agents, agentId, (row) => ({
        ...overlay(row, shown),
        ...(deactivated !== undefined && { state: deactivated ? "deactivated" : "active" }),
      }));
      return { undo };
    },
    onError: (_error, _change, context) => context?.undo(),
    onSettled: () => Promise.all([keys.agents, keys.inboxes].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** Null makes a new one. */
export function useSaveInbox(inboxId: number | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (inbox: SaveInbox) =>
      inboxId === null ? post("/api/inboxes", inbox, Inbox) : patch(`/api/inboxes/${inboxId}`, inbox, Inbox),
    onSuccess: (saved) =>
      client.setQueryData<Inbox[]>(
        keys.inboxes,
        (all) => all && [...all.filter(({ id }) => id !== saved.id), saved].sort(byName),
      ),
    onSettled: () =>
      Promise.all([keys.inboxes, keys.agents, keys.me].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

const byName = (a: Inbox, b: Inbox) => a.name.localeCompare(b.name);
