import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { pageOf } from "../contracts/paging.ts";
import { ExportSize, Transfer, TransferDetails, type ExportScope, type NewExport } from "../contracts/transfer.ts";
import { del, get, post, send } from "./api.ts";
import { keys } from "./keys.ts";

export function transfersOptions() {
  return queryOptions({
    queryKey: keys.transfers,
    queryFn: async ({ signal }) => (await get("/api/transfers?limit=200", pageOf(Transfer), { signal })).items,
  });
}

export function transferOptions(transferId: number) {
  return queryOptions({
    queryKey: keys.transfer(transferId),
    queryFn: ({ signal }) => get(`/api/transfers/${transferId}`, TransferDetails, { signal }),
  });
}

/** A search is not measured: that would take as long as carrying it out. */
export function exportSizeOptions(scope: ExportScope) {
  const id = scope.kind === "account" ? scope.accountId : scope.kind === "folder" ? scope.folderId : null;
  return queryOptions({
    queryKey: keys.exportSize(scope.kind, id),
    queryFn: ({ signal }) =>
      get(`/api/exports/size?scope=${scope.kind}${id === null ? "" : `&id=${id}`}`, ExportSize, { signal }),
    enabled: scope.kind !== "search",
    staleTime: 0,
  });
}

export function useBeginExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: NewExport) => post("/api/exports", wanted, TransferDetails),
    onSettled: () => client.invalidateQueries({ queryKey: keys.transfers }),
  });
}

/** Cancels what is open, and takes off the list what has ended. */
export function useRemoveTransfer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Transfer) => del(`/api/transfers/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.transfers }),
  });
}

export function useResumeTransfer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Transfer) => send("POST", `/api/transfers/${id}/resume`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.transfers }),
  });
}
