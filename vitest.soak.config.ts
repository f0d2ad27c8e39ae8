import { defineConfig } from "vitest/config";

/** `npm run test:soak`: what takes too long for every run of the tests. */
export default defineConfig({
  test: {
    include: ["{app,server}/**/*.soak.ts"],
    setupFiles: ["server/testing/setup.ts"],
    hookTimeout: 120_000,
    testTimeout: 3_600_000,
    fileParallelism: false,
    pool: "forks",
  },
});
