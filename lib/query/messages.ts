import { queryOptions } from "@tanstack/react-query";
import { MessageText } from "../contracts/message.ts";
import { get } from "./api.ts";
import { keys } from "./keys.ts";

export function messageTextOptions(id: number) {
  return queryOptions({
    queryKey: keys.messageText(id),
    queryFn: ({ signal }) => get(`/api/messages/${id}`, MessageText, { signal }),
  });
}

/** The mail's own HTML, sanitised; for an iframe that runs no scripts. */
export function messageBodyUrl(id: number, showRemoteImages: boolean): string {
  return `/api/messages/${id}/body${showRemoteImages ? "?images=1" : ""}`;
}
