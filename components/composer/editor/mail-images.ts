import type { MailFile } from "../mail-fields.ts";

const urls = new Map<string, string>();

/** Images of mails that are written in this tab: the editor shows them by their Content-ID, as the mail will. */
export function rememberImages(files: readonly MailFile[]): void {
  for (const { id, contentId } of files) if (contentId !== "") urls.set(contentId, `/api/attachments/${id}?inline=1`);
}

/** Where it can be looked at; empty for an image that the mail does not carry. */
export function imageUrlOf(contentId: string): string {
  return urls.get(contentId) ?? "";
}
