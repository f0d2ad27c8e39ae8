import { describe, expect, it } from "vitest";
import { beat, noteEngineFailure } from "../engine-heartbeat.ts";
import { forget } from "../singleton.ts";
import { build } from "../testing/build.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { readiness, tryEngine } from "./readiness.ts";

describe("readiness", () => {
  useFreshStore();

  it("is there when every part is", async () => {
    beat();
    await build.account();
    expect(await readiness()).toMatchObject({ ok: true, checks: { database: { ok: true }, key: { ok: true } } });
  });

  it("names the key when it does not open what the database holds", async () => {
    beat();
    await build.account({ secret: "v1.AAAA.AAAA.AAAA" });
    const { ok, checks } = await readiness();
    expect([ok, checks.key.ok, checks.database.ok]).toEqual([false, false, true]);
  });

  it("names the engine when it has not spoken, or not for long", async () => {
    forget("engine-heart");
    expect((await readiness()).checks.engine.ok).toBe(false);
    expect([tryEngine(14_000).ok, tryEngine(16_000).ok]).toEqual([true, false]);
  });

  it("names what ends the engine again and again, though it speaks each time", async () => {
    beat();
    noteEngineFailure("Cannot find module.");
    const { ok, checks } = await readiness();
    expect([ok, checks.engine.detail]).toEqual([false, "The engine ends again and again: Cannot find module."]);
    noteEngineFailure(null);
    expect((await readiness()).ok).toBe(true);
  });
});
