import { queryOptions } from "@tanstack/react-query";
import { get } from "./api.ts";
import { keys } from "./keys.ts";

export function meOptions() {
  return queryOptions({ queryKey: keys.me, queryFn: ({ signal }) => get("/api/me", "me", { signal }) });
}

export function agentsOptions() {
  return queryOptions({
    queryKey: keys.agents,
    queryFn: async ({ signal }) => (await get("/api/agents", "agents", { signal })).items,
  });
}

export function inboxesOptions() {
  return queryOptions({
    queryKey: keys.inboxes,
    queryFn: async ({ signal }) => (await get("/api/inboxes", "inboxes", { signal })).items,
  });
}
