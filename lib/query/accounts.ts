import { queryOptions } from "@tanstack/react-query";
import { get } from "./api.ts";
import { keys } from "./keys.ts";

export function accountsOptions() {
  return queryOptions({
    queryKey: keys.accounts,
    queryFn: async ({ signal }) => (await get("/api/accounts", "accounts", { signal })).items,
  });
}

export function foldersOptions(accountId: number) {
  return queryOptions({
    queryKey: keys.folders(accountId),
    queryFn: async ({ signal }) => (await get(`/api/accounts/${accountId}/folders`, "folders", { signal })).items,
  });
}
