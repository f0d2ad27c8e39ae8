import { spawnSync } from "node:child_process";

/** Builds once, before any worker starts an app: two of them must not build at the same time. `E2E_BUILT=1` takes what was built last. */
export default function buildOnce(): void {
  if (process.env["E2E_BUILT"] === "1") return;
  const { status } = spawnSync("node", ["scripts/build.ts"], { stdio: "inherit" });
  if (status !== 0) throw new Error("The build failed.");
}
