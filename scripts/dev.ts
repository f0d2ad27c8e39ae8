import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { serve } from "./serve.ts";

if (existsSync(".env")) loadEnvFile(".env");
await serve({ isDevelopment: true });
