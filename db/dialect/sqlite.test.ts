import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { open } from "./sqlite.ts";

const folder = mkdtempSync(join(tmpdir(), "postroom-sqlite-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("lets whoever waits for the lock write before what may be lost", async () => {
  const waiting = new Int32Array(new SharedArrayBuffer(4));
  const store = open(join(folder, "turns.db"), waiting);
  const other = open(join(folder, "turns.db"), waiting);
  const order: string[] = [];
  Atomics.add(waiting, 0, 1);
  const history = store.write(async () => order.push("history"), { mayBeLost: true });
  await other.write(async () => order.push("click"));
  Atomics.sub(waiting, 0, 1);
  await history;
  expect(order).toEqual(["click", "history"]);
  expect(Atomics.load(waiting, 0)).toBe(0);
  store.close();
  other.close();
});

it("does not let a writer that never gets its turn hold up history for good", async () => {
  const waiting = new Int32Array(new SharedArrayBuffer(4));
  const store = open(join(folder, "stuck.db"), waiting);
  Atomics.add(waiting, 0, 1);
  await expect(store.write(async () => "stored", { mayBeLost: true })).resolves.toBe("stored");
  store.close();
});
