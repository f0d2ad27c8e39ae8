import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync } from "node:fs";
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildLargeStore } from "#server/testing/large-store";
import { Api } from "../../support/api.ts";
import { App } from "../../support/app.ts";

export const agent = {
  email: "bench@acme.test",
  name: "Bench",
  role: "admin",
  password: "a long bench password",
} as const;

/** So many of the newest conversations are closed at first: opened again, they come in above all others. */
export const closedNewestCount = 1000;

const folder = ".cache/bench";
const secretKey = Buffer.alloc(32, 7).toString("base64");

/** The production build on a large store, which is made once and copied for each run. */
export async function startLargeApp(conversationCount: number): Promise<{ app: App; api: Api }> {
  const dataDir = mkdtempSync(join(tmpdir(), "postroom-bench-"));
  copyFileSync(await largeStore(conversationCount), join(dataDir, "inbox.db"));
  const app = new App({ isBuilt: true, dataDir, env: { SECRET_KEY: secretKey } });
  await app.start();
  app.addAgent(agent);
  return { app, api: new Api(app.url, app.addToken(agent.email)) };
}

async function largeStore(conversationCount: number): Promise<string> {
  const hash = createHash("sha256");
  for (const path of ["server/testing/large-store.ts", ...globSync("db/migrations/sqlite/*.sql").sort()])
    hash.update(readFileSync(path));
  const path = join(folder, `large-${conversationCount}-${hash.digest("hex").slice(0, 12)}.db`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const making = join(mkdtempSync(join(tmpdir(), "postroom-large-")), "inbox.db");
  await buildLargeStore(making, { conversationCount, closedNewestCount, secretKey });
  copyFileSync(making, `${path}.part`);
  renameSync(`${path}.part`, path);
  return path;
}
