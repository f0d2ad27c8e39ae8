/** Where to go after signing in: a path of ours, whatever a link said; the inbox for everything else. */
export function returnPath(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/")) return "/";
  const base = "http://postroom.invalid";
  // Browsers take `//host` and `/\\host` for another site: let the parser that they use decide.
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  return url?.origin === base ? `${url.pathname}${url.search}${url.hash}` : "/";
}
