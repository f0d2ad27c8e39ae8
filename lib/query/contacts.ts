import { queryOptions } from "@tanstack/react-query";
import { Contact } from "../contracts/contact.ts";
import { get } from "./api.ts";
import { keys } from "./keys.ts";

const shownMax = 8;

/** Who somebody is to the team. */
export function contactOptions(address: string) {
  return queryOptions({
    queryKey: keys.contactFacts(address),
    queryFn: ({ signal }) => get(`/api/contacts?${new URLSearchParams({ address }).toString()}`, Contact, { signal }),
  });
}

/** What else this address wrote, newest first. */
export function contactConversationsOptions(address: string) {
  const search = new URLSearchParams({ view: "all", q: `from:${address}`, limit: String(shownMax) });
  return queryOptions({
    queryKey: keys.contact(address),
    queryFn: async ({ signal }) =>
      (await get(`/api/conversations?${search.toString()}`, "conversations", { signal })).items,
  });
}
