import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { env } from "./env.ts";

/** Where everything that must survive lies; made when missing, readable by its owner only. */
export function dataPath(...parts: string[]): string {
  const root = resolve(/* turbopackIgnore: true */ process.cwd(), env().DATA_DIR);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  return join(root, ...parts);
}
