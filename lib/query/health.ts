import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { pageOf } from "../contracts/paging.ts";
import { AccountHealth, AccountHealthDetails, Comparison, QuarantinedMessage } from "../contracts/sync-health.ts";
import { get, post, send } from "./api.ts";
import { keys } from "./keys.ts";

/** Bytes, lag and connections change all the time, and nobody tells of it. */
const refetchInterval = 15_000;

export function accountHealthListOptions() {
  return queryOptions({
    queryKey: keys.health,
    queryFn: async ({ signal }) => (await get("/api/accounts/health", pageOf(AccountHealth), { signal })).items,
    refetchInterval,
  });
}

export function accountHealthOptions(accountId: number) {
  return queryOptions({
    queryKey: keys.accountHealth(accountId),
    queryFn: ({ signal }) => get(`/api/accounts/${accountId}/health`, AccountHealthDetails, { signal }),
    refetchInterval,
  });
}

export function quarantineOptions(accountId: number, folderId: number) {
  return queryOptions({
    queryKey: keys.quarantine(accountId, folderId),
    queryFn: async ({ signal }) =>
      (await get(`/api/folders/${folderId}/quarantine`, pageOf(QuarantinedMessage), { signal })).items,
  });
}

export function useCompareAccount(accountId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post(`/api/accounts/${accountId}/comparison`, undefined, Comparison),
    onSettled: () => client.invalidateQueries({ queryKey: keys.health }),
  });
}

export function useRetryQuarantined(accountId: number, folderId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (uid: number) => send("POST", `/api/folders/${folderId}/quarantine/${uid}/retry`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.accountHealth(accountId) }),
  });
}
