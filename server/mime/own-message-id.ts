import { randomBytes } from "node:crypto";

/**
 * A Message-ID that nobody can guess: who names it has received the mail, or has it from somebody who did (security: T8). It says nothing
 * else; what it belongs to is what the store says. Without angle brackets, as ids are stored.
 * @param domain of the address that sends
 */
export function newMessageId(domain: string): string {
  const host = domain.toLowerCase().replace(/[^a-z0-9.-]/g, "") || "localhost";
  return `${randomBytes(16).toString("base64url")}@${host}`;
}
