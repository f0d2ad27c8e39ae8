import { env } from "../env.ts";

/** To a page of ours, and without the address that led here: it may hold a code. */
export function seeOther(path: string): Response {
  const headers = { location: new URL(path, env().APP_URL).href, "referrer-policy": "no-referrer" };
  return new Response(null, { status: 303, headers });
}
