import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { cookieName, isHttps } from "../auth/cookie-name.ts";
import { env } from "../env.ts";

/** Pages for people who are not signed in yet, and the one that browsers keep for when there is no network. */
const openPages = /^\/(sign-in|setup|invite|offline)(\/|$)/;
const isFile = (path: string) => /\.[a-z0-9]+$/i.test(path);

/**
 * Before every page: its Content-Security-Policy, and the short way to the sign-in page for browsers without a session cookie. That
 * is a courtesy, never the check: every page asks `requireAgent()`.
 */
export function guardPage(request: NextRequest): NextResponse {
  // There are no Server Actions here; decoding one for a stranger is a way in (security: T29).
  if (request.method !== "GET" && request.method !== "HEAD") return new NextResponse(null, { status: 405 });
  const { pathname, search } = request.nextUrl;
  const isOpen = openPages.test(pathname) || isFile(pathname) || request.cookies.has(cookieName("session"));
  if (!isOpen)
    return NextResponse.redirect(new URL(`/sign-in?next=${encodeURIComponent(pathname + search)}`, request.url));
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, env().NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // Next puts the nonce it finds in this policy on its own scripts.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-path", pathname + search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (isHttps()) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    // React's development build rebuilds stack traces with eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // The virtualised list places its rows with style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    // Without its own line it would fall under script-src, where a file has no nonce.
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}
