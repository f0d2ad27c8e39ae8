import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { compileCache, leanFlags } from "./lean-memory.ts";

const stampPath = ".next/postroom-build";
const sources = ["{app,components,lib,server,db,public}/**/*", "*.{ts,mjs,json}"];

/** Builds, unless what was built last came from the very same sources. */
export async function buildWhenStale(): Promise<void> {
  const fingerprint = fingerprintOfSources();
  if (existsSync(stampPath) && existsSync(".next/BUILD_ID") && readFileSync(stampPath, "utf8") === fingerprint) return;
  process.stdout.write("Building Postroom, which takes about a minute …\n");
  const { status } = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) process.exit(status ?? 1);
  fillCompileCache();
  writeFileSync(stampPath, fingerprint);
}

/** Without it, a first start is slower and takes more memory: no reason to fail. */
function fillCompileCache(): void {
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  spawnSync(process.execPath, [...leanFlags, "scripts/fill-compile-cache.ts"], { stdio: "inherit", env });
}

function fingerprintOfSources(): string {
  const hash = createHash("sha256");
  const files = globSync(sources, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/\.(test\.tsx?|tsbuildinfo)$|^next-env/.test(entry.name),
  );
  for (const path of files.map((entry) => `${entry.parentPath}/${entry.name}`).sort())
    hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}

if (import.meta.main) await buildWhenStale();
