import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cookies } from "next/headers";
import { singleton } from "../singleton.ts";
import { sign } from "../vault.ts";
import { cookieName } from "./cookie-name.ts";
import { identifySession } from "./identify.ts";

/**
 * What a browser's cache of read mail belongs to: one session of one agent with these inboxes, and one build. Any of them changed, the cache
 * is another's, and is thrown away. It tells nothing about the session.
 */
export async function cacheOwner(): Promise<string | null> {
  const cookie = (await cookies()).get(cookieName("session"))?.value;
  const identity = cookie ? await identifySession(cookie) : null;
  if (identity?.via !== "session") return null;
  const { agent, sessionId } = identity;
  return sign("browser-cache", [buildId(), sessionId, agent.id, agent.role, agent.inboxIds.join(",")].join(" "));
}

function buildId(): string {
  return singleton("build-id", () => {
    try {
      return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), ".next/BUILD_ID"), "utf8");
    } catch {
      // Development has none; the age of the cache bounds it there.
      return "development";
    }
  });
}
