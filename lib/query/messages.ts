import { queryOptions } from "@tanstack/react-query";
import { get } from "./api.ts";
import { fetchFile } from "./fetch-file.ts";
import { keys } from "./keys.ts";

export function messageTextOptions(id: number) {
  return queryOptions({
    queryKey: keys.messageText(id),
    queryFn: ({ signal }) => get(`/api/messages/${id}`, "messageText", { signal }),
  });
}

/** The mail as the server has it, for a person to look at: bytes that are no UTF-8 are shown as such. */
export function messageSourceOptions(id: number) {
  return queryOptions({
    queryKey: keys.messageSource(id),
    queryFn: async () => (await fetchFile(`/api/messages/${id}/source`)).text(),
    gcTime: 0,
  });
}

/** How a text file begins. */
export function attachmentTextOptions(id: number) {
  return queryOptions({
    queryKey: keys.attachmentText(id),
    queryFn: ({ signal }) => get(`/api/attachments/${id}/text`, "attachmentText", { signal }),
  });
}

/** The mail's own HTML, sanitised; for an iframe that runs no scripts. */
export function messageBodyUrl(id: number, wishes: { showsImages: boolean; isDark: boolean }): string {
  const query = [...(wishes.showsImages ? ["images=1"] : []), ...(wishes.isDark ? ["theme=dark"] : [])].join("&");
  return `/api/messages/${id}/body${query === "" ? "" : `?${query}`}`;
}
