import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ChangeWorkspace, Workspace } from "../contracts/agent.ts";
import { get, send } from "./api.ts";
import { changeCached, overlay } from "./change-cached.ts";
import { keys } from "./keys.ts";

export function workspaceOptions() {
  return queryOptions({
    queryKey: keys.workspace,
    queryFn: ({ signal }) => get("/api/workspace", "workspace", { signal }),
  });
}

export function useChangeWorkspace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeWorkspace) => send("PATCH", "/api/workspace", change),
    onMutate: async (change) => ({
      undo: await changeCached<Workspace>(client, keys.workspace, (workspace) => overlay(workspace, change)),
    }),
    onError: (_error, _change, context) => context?.undo(),
    onSettled: () => Promise.all([keys.workspace, keys.me].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
