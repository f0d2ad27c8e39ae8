import { queryOptions } from "@tanstack/react-query";
import { get } from "./api.ts";
import { keys } from "./keys.ts";

export function tagsOptions() {
  return queryOptions({
    queryKey: keys.tags,
    queryFn: async ({ signal }) => (await get("/api/tags", "tags", { signal })).items,
  });
}
