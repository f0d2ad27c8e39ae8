/** Where to go after signing in: a path of our own, or `/`. Another site in `?next=` is a way to phish. */
export function safePath(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next)) return "/";
  const base = "https://postroom.invalid";
  const url = URL.parse(next, base);
  if (url?.origin !== base || /^\/sign-in(\/|$)/.test(url.pathname)) return "/";
  return url.pathname + url.search + url.hash;
}
