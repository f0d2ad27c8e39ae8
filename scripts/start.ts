import { loadEnvFile } from "node:process";
import { existsSync } from "node:fs";
import { beginWithLeanMemory } from "./lean-memory.ts";
import { serve } from "./serve.ts";
import { buildWhenStale } from "./build.ts";

beginWithLeanMemory();
if (existsSync(".env")) loadEnvFile(".env");
await buildWhenStale();
await serve({ isDevelopment: false });
