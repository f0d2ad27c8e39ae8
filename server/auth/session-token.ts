/** next-auth's signed and encrypted token carries the id of a row in `sessions` and nothing else. */
import { decode, encode } from "next-auth/jwt";
import { keyFor } from "../vault.ts";

/** How long a session lives at most, and unused, in milliseconds. */
export const sessionAgeMaxMs = 14 * 24 * 60 * 60 * 1000;
export const sessionIdleMaxMs = 12 * 60 * 60 * 1000;

export const sessionSecret = () => keyFor("next-auth").toString("base64");

export async function sealSessionId(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: sessionSecret(), maxAge: sessionAgeMaxMs / 1000 });
}

/** Null when the token is not ours, was changed or is too old. */
export async function openSessionId(token: string): Promise<string | null> {
  try {
    const claims = await decode({ token, secret: sessionSecret() });
    return typeof claims?.["sid"] === "string" ? claims["sid"] : null;
  } catch {
    // A token that cannot be opened is what an attacker sends: it means nobody, not a failure.
    return null;
  }
}
