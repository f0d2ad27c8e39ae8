import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{lib,db,server,components,app,scripts}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", ".next/**", ".cache/**", "data/**"],
    setupFiles: ["server/testing/setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    pool: "forks",
  },
});
