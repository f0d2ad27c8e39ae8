import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { SavedView, SaveViewInput } from "../contracts/search.ts";
import { del, get, post, put, send } from "./api.ts";
import { changeCached } from "./change-cached.ts";
import { keys } from "./keys.ts";

const progressMs = 10_000;

export function viewsOptions() {
  return queryOptions({
    queryKey: keys.views,
    queryFn: async ({ signal }) => (await get("/api/views", "savedViews", { signal })).items,
  });
}

export function recentSearchesOptions() {
  return queryOptions({
    queryKey: keys.recentSearches,
    queryFn: async ({ signal }) => (await get("/api/search/recent", "recentSearches", { signal })).items,
  });
}

/** Read again and again while texts come in. */
export function searchProgressOptions() {
  return queryOptions({
    queryKey: keys.searchProgress,
    queryFn: ({ signal }) => get("/api/search/progress", "searchProgress", { signal }),
    refetchInterval: ({ state: { data } }) => (data && data.textCount < data.messageCount ? progressMs : false),
  });
}

export function peopleOptions(q: string) {
  return queryOptions({
    queryKey: keys.people(q),
    queryFn: async ({ signal }) =>
      (await get(`/api/search/people?q=${encodeURIComponent(q)}`, "people", { signal })).items,
    staleTime: 60_000,
  });
}

export function useKeepSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (query: string) => send("POST", "/api/search/recent", { query }),
    onMutate: (query) =>
      client.setQueryData<{ query: string }[]>(
        keys.recentSearches,
        (all) => all && [{ query }, ...all.filter((one) => one.query !== query)],
      ),
  });
}

export function useForgetSearches() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => del("/api/search/recent"),
    onMutate: () => client.setQueryData(keys.recentSearches, []),
    onSettled: () => client.invalidateQueries({ queryKey: keys.recentSearches }),
  });
}

/** Null makes a new one. */
export function useSaveView(viewId: number | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (view: SaveViewInput) =>
      viewId === null ? post("/api/views", view, "savedView") : put(`/api/views/${viewId}`, view, "savedView"),
    onSettled: () => client.invalidateQueries({ queryKey: keys.views }),
  });
}

export function useRemoveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (view: SavedView) => del(`/api/views/${view.id}`),
    onMutate: async ({ id }) => {
      const undo = await changeCached<SavedView[]>(client, keys.views, (all) => all.filter((row) => row.id !== id));
      return { undo };
    },
    onError: (_error, _view, context) => context?.undo(),
    onSettled: () => client.invalidateQueries({ queryKey: keys.views }),
  });
}
