import { isForwardSubject } from "#lib/mail/subject";
import { inlineParts } from "#db/queries/conversations/message-content";
import { sanitizeHtml } from "../../mime/sanitize-html.ts";
import { singleton } from "../../singleton.ts";
import { store } from "../../store.ts";
import { sign } from "../../vault.ts";

type SafeBody = Awaited<ReturnType<typeof sanitizeHtml>>;
type ShownMessage = { id: number; html: string; subject: string; sentAt: Date | null; receivedAt: Date };

/** The body a reader opens is asked for twice, as a count of images and as a page; larger ones are cheaper to make than to keep. */
const keptMax = 50;
const keptCharactersMax = 300_000;

/** The HTML of a stored message, made harmless in a worker thread. */
export async function safeBody(message: ShownMessage, showRemoteImages: boolean): Promise<SafeBody> {
  if (message.html === "") return { html: "", remoteImageCount: 0, hasHtml: false, followsTheme: true };
  const kept = singleton("safe-bodies", () => new Map<string, SafeBody>());
  const key = `${message.id}:${String(showRemoteImages)}`;
  const known = kept.get(key);
  if (known) return known;
  const parts = await inlineParts(store().read, message.id);
  const body = await sanitizeHtml({
    html: message.html,
    cidUrls: Object.fromEntries(parts.map(({ id, contentId }) => [contentId, shownUrl(id)])),
    fileUrls: Object.fromEntries(parts.map(({ id, filename }) => [filename, shownUrl(id)])),
    reading: {
      isForward: isForwardSubject(message.subject),
      sentAt: (message.sentAt ?? message.receivedAt).toISOString(),
    },
    showRemoteImages,
    imageProxy: { prefix: `/api/images?message=${message.id}`, key: imageKey(message.id) },
  });
  // What came without its HTML may only have come too late: the next look tries again.
  if (body.hasHtml && body.html.length <= keptCharactersMax) kept.set(key, body);
  for (const oldest of kept.keys()) if (kept.size > keptMax) kept.delete(oldest);
  return body;
}

/** Where a picture of a mail is shown from. */
function shownUrl(attachmentId: number): string {
  return `/api/attachments/${attachmentId}?inline=1`;
}

/** Signs the addresses of one message's remote images: what another mail names, this key does not open. */
export function imageKey(messageId: number): string {
  return sign("images", `message:${messageId}`);
}
