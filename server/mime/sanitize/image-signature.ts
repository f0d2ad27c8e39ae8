import { createHmac, timingSafeEqual } from "node:crypto";

/** Proof that a remote image's address came out of a sanitised mail; the proxy fetches nothing without it (security: T4). */
export function signImageUrl(key: string, url: string): string {
  return createHmac("sha256", key).update(url).digest("base64url");
}

export function isSignedImageUrl(key: string, url: string, signature: string): boolean {
  const expected = Buffer.from(signImageUrl(key, url));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
