import { createHash, randomBytes } from "node:crypto";

/** 256 random bits: for links and API tokens. Shown once; only `hashToken` of it is kept. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Null for anything that `newToken` cannot have made, so that an empty or cut token never reaches a look-up. */
export function hashToken(token: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  return createHash("sha256").update(token).digest("hex");
}
