import { queryOptions } from "@tanstack/react-query";
import { Agent, Inbox, Me } from "../contracts/agent.ts";
import { pageOf } from "../contracts/paging.ts";
import { get } from "./api.ts";
import { keys } from "./keys.ts";

export function meOptions() {
  return queryOptions({ queryKey: keys.me, queryFn: ({ signal }) => get("/api/me", Me, { signal }) });
}

export function agentsOptions() {
  return queryOptions({
    queryKey: keys.agents,
    queryFn: async ({ signal }) => (await get("/api/agents", pageOf(Agent), { signal })).items,
  });
}

export function inboxesOptions() {
  return queryOptions({
    queryKey: keys.inboxes,
    queryFn: async ({ signal }) => (await get("/api/inboxes", pageOf(Inbox), { signal })).items,
  });
}
