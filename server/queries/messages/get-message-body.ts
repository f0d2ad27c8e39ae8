import { findMessage } from "#db/queries/conversations/message-content";
import type { BodyQuery } from "#lib/contracts/message";
import { foldClass } from "../../mime/sanitize/fold/fold-class.ts";
import { timeClass } from "../../mime/sanitize/times/time-class.ts";
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

/** A picture that is not asked for says what it would show, instead of looking broken; where it says nothing, it only keeps its place. */
const withheldStyle = `
img:not([src]) { position: relative; font: 12px/22px ui-sans-serif, system-ui, sans-serif; }
img:not([src])::after { content: attr(alt); position: absolute; inset: -1px; padding-inline: 8px; border-radius: 4px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; background: light-dark(#f1f2f4, #25272d); color: light-dark(#5f636b, #a0a4ad); }
img[width][height]:not([src]):is(:not([alt]), [alt=""]) { content: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"); }
`;

/** What can be folded is, until the page around it says otherwise; no rule of the mail's is stronger. */
const baseStyle = `
html:not(.shows-quotes):not(#a):not(#b) .${foldClass} { display: none !important; }
time.${timeClass} { text-decoration: underline dotted; text-underline-offset: 3px; cursor: help; }
body { margin: 0; font: 14px/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: break-word; }
img { max-width: 100%; height: auto; }
${withheldStyle}table { max-width: 100%; }
pre { white-space: pre-wrap; }
blockquote { margin: 8px 0; padding-left: 12px; border-left: 2px solid light-dark(#d4d4d4, #4a4d55); }
`;

const lightStyle = `
html { color-scheme: light; background: #fff; color: #1a1a1a; }
a { color: #0b57d0; }
`;

const darkStyle = `
html { color-scheme: dark; background: #141519; color: #ebecef; }
a { color: #9db4ff; }
`;

/** For a mail that brings a page of its own, and that its reader wants dark all the same. */
const forcedStyle = `
body:not(#a):not(#b) *:not(img) { background-color: transparent !important; color: inherit !important; border-color: #4a4d55 !important; }
body:not(#a):not(#b) a[href] { color: #9db4ff !important; }
`;

/** The body as a page of its own, for a frame. Sanitising was the last thing done to it: it goes out as it is. */
export async function getMessageBody(agent: Agent, messageId: number, { images, theme }: BodyQuery): Promise<Response> {
  const message = await findMessage(store().read, agent.inboxIds, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  const { html, followsTheme } = await safeBody(message, images);
  const body = html || textAsHtml(message.text || message.preview);
  const page = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Message</title><style>${styleOf(theme, followsTheme)}</style></head><body>${body}</body></html>`;
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

/** Mail is written for white paper; in the dark it keeps some, unless it can do without. */
function styleOf(theme: BodyQuery["theme"], followsTheme: boolean): string {
  if (theme === "light") return baseStyle + lightStyle;
  return baseStyle + darkStyle + (followsTheme ? "" : forcedStyle);
}
