/** `npm start`. With `--built`, takes what was built last. */
import { loadEnvFile } from "node:process";
import { existsSync } from "node:fs";
import { beginWithLeanMemory } from "./lean-memory.ts";
import { buildWhenStale } from "./build.ts";

const built = "--built";

if (existsSync(".env")) loadEnvFile(".env");
if (!process.argv.includes(built)) await buildWhenStale();
beginWithLeanMemory([built]);
const { serve } = await import("./serve.ts");
await serve({ isDevelopment: false });
