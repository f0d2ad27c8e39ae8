import { loadEnvFile } from "node:process";
import { existsSync } from "node:fs";
import { serve } from "./serve.ts";
import { buildWhenStale } from "./build.ts";

if (existsSync(".env")) loadEnvFile(".env");
await buildWhenStale();
await serve({ isDevelopment: false });
