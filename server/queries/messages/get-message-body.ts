import { findMessage } from "#db/queries/conversations/message-content";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { textAsHtml } from "../../mime/escape-html.ts";
import { store } from "../../store.ts";
import { safeBody } from "./safe-body.ts";

/**
 * The second of three walls around mail HTML (security: T1); each holds alone. `allow-same-origin` without scripts lets the page around it
 * measure its height and nothing more.
 */
const policy = [
  "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** Mail is written for white paper: it gets some, in dark mode too, and may draw on it what it likes. */
const baseStyle = `
html { color-scheme: light; background: #fff; color: #1a1a1a; }
body { margin: 0; font: 14px/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: break-word; }
img { max-width: 100%; height: auto; }
table { max-width: 100%; }
pre { white-space: pre-wrap; }
a { color: #0b57d0; }
blockquote { margin: 8px 0; padding-left: 12px; border-left: 2px solid #d4d4d4; }
`;

/** The body as a page of its own, for a frame. Sanitising was the last thing done to it: it goes out as it is. */
export async function getMessageBody(agent: Agent, messageId: number, showRemoteImages: boolean): Promise<Response> {
  const message = await findMessage(store().read, agent.inboxIds, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  const { html } = await safeBody(message, showRemoteImages);
  const body = html || textAsHtml(message.text || message.preview);
  const page = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Message</title><style>${baseStyle}</style></head><body>${body}</body></html>`;
  return new Response(page, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
    },
  });
}
