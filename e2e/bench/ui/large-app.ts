import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SearchProgress } from "#lib/contracts/search";
import { buildLargeStore } from "#server/testing/large-store";
import { Api } from "../../support/api.ts";
import { App } from "../../support/app.ts";
import { until } from "../../support/until.ts";

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

/** The production build on a large store, which is made and indexed once and copied for each run: nothing else is to be done while it is measured. */
export async function startLargeApp(conversationCount: number): Promise<{ app: App; api: Api }> {
  const dataDir = mkdtempSync(join(tmpdir(), "postroom-bench-"));
  copyFileSync(await largeStore(conversationCount), join(dataDir, "inbox.db"));
  const app = new App({ isBuilt: true, dataDir, env: { SECRET_KEY: secretKey } });
  await app.start();
  return { app, api: new Api(app.url, app.addToken(agent.email)) };
}

async function largeStore(conversationCount: number): Promise<string> {
  const path = storePath(conversationCount);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const makingDir = mkdtempSync(join(tmpdir(), "postroom-large-"));
  const making = join(makingDir, "inbox.db");
  await buildLargeStore(making, { conversationCount, closedNewestCount, secretKey });
  await indexAll(makingDir);
  copyFileSync(making, `${path}.part`);
  rmSync(makingDir, { recursive: true });
  renameSync(`${path}.part`, path);
  return path;
}

function storePath(conversationCount: number): string {
  const hash = createHash("sha256").update("indexed");
  for (const path of ["server/testing/large-store.ts", ...globSync("db/migrations/sqlite/*.sql").sort()])
    hash.update(readFileSync(path));
  return join(folder, `large-${conversationCount}-${hash.digest("hex").slice(0, 12)}.db`);
}

async function indexAll(dataDir: string): Promise<void> {
  const app = new App({ isBuilt: true, dataDir, env: { SECRET_KEY: secretKey } });
  try {
    await app.start();
    app.addAgent(agent);
    const api = new Api(app.url, app.addToken(agent.email));
    await until(
      "all texts to be indexed",
      () => api.get("/api/search/progress", SearchProgress),
      ({ textCount, messageCount }) => messageCount > 0 && textCount >= messageCount,
      30 * 60_000,
    );
  } finally {
    await app.stop();
  }
}
