import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiToken, Session, type AddToken, type ChangeMe, type ChangePassword, type Me } from "../contracts/agent.ts";
import { pageOf } from "../contracts/paging.ts";
import { del, get, post, send } from "./api.ts";
import { changeCached, overlay } from "./change-cached.ts";
import { keys } from "./keys.ts";

export function sessionsOptions() {
  return queryOptions({
    queryKey: keys.sessions,
    queryFn: async ({ signal }) => (await get("/api/sessions", pageOf(Session), { signal })).items,
  });
}

export function tokensOptions() {
  return queryOptions({
    queryKey: keys.tokens,
    queryFn: async ({ signal }) => (await get("/api/tokens", pageOf(ApiToken), { signal })).items,
  });
}

export function useChangeMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeMe) => send("PATCH", "/api/me", change),
    onMutate: async ({ preferences, ...shown }) => ({
      undo: await changeCached<Me>(client, keys.me, (me) => ({
        ...overlay(me, shown),
        preferences: { ...me.preferences, ...preferences },
      })),
    }),
    onError: (_error, _change, context) => context?.undo(),
    onSettled: () => Promise.all([keys.me, keys.agents].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangePassword) => send("PUT", "/api/me/password", change),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  });
}

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (session: Session) => del(`/api/sessions/${encodeURIComponent(session.id)}`),
    onMutate: async ({ id }) => ({
      undo: await changeCached<Session[]>(client, keys.sessions, (all) => all.filter((row) => row.id !== id)),
    }),
    onError: (_error, _session, context) => context?.undo(),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  });
}

export function useAddToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: AddToken) => post("/api/tokens", token, ApiToken),
    onSettled: () => client.invalidateQueries({ queryKey: keys.tokens }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: ApiToken) => del(`/api/tokens/${token.id}`),
    onMutate: async ({ id }) => ({
      undo: await changeCached<ApiToken[]>(client, keys.tokens, (all) => all.filter((row) => row.id !== id)),
    }),
    onError: (_error, _token, context) => context?.undo(),
    onSettled: () => client.invalidateQueries({ queryKey: keys.tokens }),
  });
}
