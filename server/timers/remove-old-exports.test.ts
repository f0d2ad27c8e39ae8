import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { now } from "../clock.ts";
import { dataPath } from "../data-dir.ts";
import { exportPath, exportWorkPath } from "../export-files.ts";
import { build } from "../testing/build.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { removeOldExports } from "./remove-old-exports.ts";

describe("files of exports", () => {
  useFreshStore();

  it("go when their days are over or nobody knows of them, and stay until then", async () => {
    const inMs = (ms: number) => new Date(now().getTime() + ms);
    const kept = await build.transfer({ state: "done", expiresAt: inMs(1000) });
    const over = await build.transfer({ state: "done", expiresAt: inMs(-1000) });
    const running = await build.transfer({ state: "running" });
    const cancelled = await build.transfer({ state: "cancelled" });
    await mkdir(dataPath("exports"), { recursive: true });
    for (const id of [kept.id, over.id, 9999]) await writeFile(exportPath(id), "zip");
    for (const id of [running.id, cancelled.id]) await mkdir(exportWorkPath(id));
    await removeOldExports();
    expect([kept.id, over.id, 9999].map((id) => existsSync(exportPath(id)))).toEqual([true, false, false]);
    expect([running.id, cancelled.id].map((id) => existsSync(exportWorkPath(id)))).toEqual([true, false]);
  });
});
