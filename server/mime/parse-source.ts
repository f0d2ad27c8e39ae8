import { inPool } from "../pool.ts";
import type { ParsedSource } from "./parse-mime.ts";

/**
 * Takes a whole mail apart: for those whose headers or structure the server could not tell.
 * @throws when a thread of its own cannot do it in 10 s
 */
export async function parseSource(source: Buffer): Promise<ParsedSource> {
  return inPool<ParsedSource>("parseMime", source);
}
