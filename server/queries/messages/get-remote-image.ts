import { findMessage } from "#db/queries/conversations/message-content";
import type { ImageQuery } from "#lib/contracts/message";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { isSignedImageUrl } from "../../mime/sanitize/image-signature.ts";
import { store } from "../../store.ts";
import { fetchRemoteImage } from "./fetch-remote-image.ts";
import { imageKey } from "./safe-body.ts";

/** A remote image of a message that the agent may read, and of nothing else: its address must be one that we signed in that message. */
export async function getRemoteImage(agent: Agent, { message, url, sig }: ImageQuery): Promise<Response> {
  const isVisible = (await findMessage(store().read, agent.inboxIds, message)) !== undefined;
  if (!isVisible || !isSignedImageUrl(imageKey(message), url, sig))
    throw new AppError("not_found", "There is no such image.");
  const { content, contentType } = await fetchRemoteImage(url);
  return new Response(content, {
    headers: {
      "content-type": contentType,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      // Asked for once, or the sender would count every look.
      "cache-control": "private, max-age=86400, immutable",
    },
  });
}
