import { queryOptions } from "@tanstack/react-query";
import { Tag } from "../contracts/conversation.ts";
import { pageOf } from "../contracts/paging.ts";
import { get } from "./api.ts";
import { keys } from "./keys.ts";

export function tagsOptions() {
  return queryOptions({
    queryKey: keys.tags,
    queryFn: async ({ signal }) => (await get("/api/tags", pageOf(Tag), { signal })).items,
  });
}
