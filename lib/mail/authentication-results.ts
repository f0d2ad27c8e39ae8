/** What the server that took a mail in found out about its sender (RFC 8601). */
export type AuthenticationResults = {
  /** Who says so. */
  server: string;
  results: { method: AuthenticationMethod; result: string; about: string }[];
};

const authenticationMethods = ["spf", "dkim", "dmarc", "arc"] as const;
type AuthenticationMethod = (typeof authenticationMethods)[number];

/**
 * Reads the topmost field only: our own server put it on, those below it came with the mail (RFC 8601 §5).
 * @param headers as they are kept: fields of one name joined by line ends, topmost first
 */
export function authenticationResults(headers: Readonly<Record<string, string>>): AuthenticationResults | null {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === "authentication-results");
  const [topmost = ""] = (name === undefined ? "" : (headers[name] ?? "")).split(/\r?\n(?![ \t])/);
  const [server = "", ...parts] = topmost
    .slice(0, 10_000)
    .replace(/\([^()]*\)/g, " ")
    .split(";")
    .map((part) => part.trim());
  const results = parts.flatMap((part) => {
    const found = /^([a-z]+)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(part);
    const method = authenticationMethods.find((known) => known === found?.[1]?.toLowerCase());
    if (!found || method === undefined) return [];
    return [{ method, result: found[2]?.toLowerCase() ?? "", about: aboutOf(part) }];
  });
  return results.length === 0 ? null : { server: server.split(/\s/)[0] ?? "", results };
}

/** The domain that was looked at. */
function aboutOf(part: string): string {
  const value = /(?:header\.(?:d|from|i)|smtp\.(?:mailfrom|helo))\s*=\s*"?([^\s";]{1,200})/i.exec(part)?.[1] ?? "";
  return value.split("@").at(-1) ?? "";
}
