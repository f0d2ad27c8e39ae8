import { queryOptions } from "@tanstack/react-query";
import type { QuotedMessage } from "../contracts/message.ts";
import type { QuoteKind } from "../contracts/vocabulary.ts";
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

/** A message as it goes below an answer, its time told on this browser's clock. */
export function fetchQuote(id: number, kind: Exclude<QuoteKind, "none">): Promise<QuotedMessage> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return get(`/api/messages/${id}/quote?${new URLSearchParams({ kind, timeZone }).toString()}`, "quotedMessage");
}
