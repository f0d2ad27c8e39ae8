import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dataPath } from "./data-dir.ts";
import { env } from "./env.ts";
import { forget, singleton } from "./singleton.ts";

/**
 * Seals a secret with AES-256-GCM under a key of its own purpose.
 * @param place table, column and row, e.g. `accounts:secret:7`: a sealed value moved to another place does not open there
 */
export function seal(place: string, plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("vault"), nonce, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(`v1:${place}`));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return ["v1", nonce, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/** @throws when the value was changed, belongs to another place, or was sealed under another key */
export function unseal(place: string, value: string): string {
  const [version, nonce, tag, sealed] = value.split(".");
  if (version !== "v1" || !nonce || !tag || sealed === undefined)
    throw new Error("A sealed value has an unknown form.");
  const decipher = createDecipheriv("aes-256-gcm", keyFor("vault"), Buffer.from(nonce, "base64url"), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(`v1:${place}`));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(sealed, "base64url")), decipher.final()]).toString("utf8");
}

/** Keyed proof that we wrote `text`; base64url of the first 128 bits. */
export function sign(purpose: string, text: string): string {
  return createHmac("sha256", keyFor(purpose)).update(text).digest().subarray(0, 16).toString("base64url");
}

export function isSigned(purpose: string, text: string, signature: string): boolean {
  const expected = Buffer.from(sign(purpose, text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** In a thread that was handed its key, and has no business with the root of all keys. */
export function takeKey(purpose: string, key: Buffer): void {
  forget(`key:${purpose}`);
  singleton(`key:${purpose}`, () => key);
}

/** A 256-bit key derived for one purpose (HKDF-SHA-256, RFC 5869). */
export function keyFor(purpose: string): Buffer {
  return singleton(`key:${purpose}`, () => Buffer.from(hkdfSync("sha256", rootKey(), "postroom", purpose, 32)));
}

const rootKey = () =>
  singleton("root-key", () => {
    const given = env().SECRET_KEY;
    return given ? Buffer.from(given, "base64") : keyFile();
  });

function keyFile(): Buffer {
  const path = dataPath("secret.key");
  if (!existsSync(path)) {
    // `wx`: two processes that start at once must not overwrite each other's key.
    try {
      writeFileSync(path, randomBytes(32).toString("base64"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      if (!existsSync(path)) throw error;
    }
  }
  const key = Buffer.from(readFileSync(path, "utf8").trim(), "base64");
  if (key.length < 32)
    throw new Error(`${path} holds no key of 32 bytes. Put back the file that belongs to this database.`);
  return key;
}
