import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach } from "vitest";
import { open } from "#db/dialect/sqlite";
import { migrate } from "#db/migrate";
import { forget, singleton } from "../singleton.ts";
import { parseEnv } from "../env.ts";
import { closeStore } from "../store.ts";

/**
 * Gives every test of this file a migrated, empty database and data folder of its own.
 * @param parent where they are made
 */
export function useFreshStore(overrides: Record<string, string> = {}, parent = tmpdir()): void {
  const root = mkdtempSync(join(parent, "postroom-test-"));
  const template = join(root, "template.db");
  let isMade = false;
  let count = 0;

  beforeEach(async () => {
    if (!isMade) {
      const store = open(template);
      await migrate(store, "db/migrations/sqlite");
      store.checkpoint();
      store.close();
      isMade = true;
    }
    const folder = mkdtempSync(join(root, `${(count += 1)}-`));
    copyFileSync(template, join(folder, "inbox.db"));
    for (const name of ["env", "store", "root-key", "key:vault"]) forget(name);
    const variables = {
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      DATA_DIR: folder,
      SECRET_KEY: randomBytes(32).toString("base64"),
    };
    singleton("env", () => parseEnv({ ...variables, ALLOW_PRIVATE_HOSTS: "127.0.0.0/8,::1,localhost", ...overrides }));
  });
  afterEach(() => closeStore());
  afterAll(() => rmSync(root, { recursive: true, force: true }));
}
