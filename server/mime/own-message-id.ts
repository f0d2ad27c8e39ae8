import { randomBytes } from "node:crypto";
import { isSigned, sign } from "../vault.ts";

const purpose = "message-id";

/**
 * A Message-ID that proves later that we issued it, and for which conversation (security: T8). Without angle brackets, as ids are stored.
 * @param domain of the address that sends
 */
export function newMessageId(conversationId: number, domain: string): string {
  const said = `${conversationId}.${randomBytes(9).toString("base64url")}`;
  const host = domain.toLowerCase().replace(/[^a-z0-9.-]/g, "") || "localhost";
  return `${said}.${sign(purpose, said)}@${host}`;
}

/** The conversation that an id of ours belongs to; null when it is not ours or was tampered with. */
export function readOwnMessageId(internetMessageId: string): number | null {
  const match = /^<?((\d{1,15})\.[\w-]{12})\.([\w-]{22})@[^@<>]*>?$/.exec(internetMessageId.trim());
  const [, said, conversationId, signature] = match ?? [];
  if (said === undefined || conversationId === undefined || signature === undefined) return null;
  return isSigned(purpose, said, signature) ? Number(conversationId) : null;
}
