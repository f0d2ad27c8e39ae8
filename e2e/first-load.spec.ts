import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { z } from "zod";

const kbMax = 250;
const page = "/(inbox)/inbox/[view]/page";
const Build = z.object({ rootMainFiles: z.array(z.string()) });
const Entries = z.record(z.string(), z.object({ entryJSFiles: z.record(z.string(), z.array(z.string())) }));

test("the scripts that an inbox begins with are under 250 KB on the wire", () => {
  const { rootMainFiles } = Build.parse(JSON.parse(readFileSync(".next/build-manifest.json", "utf8")));
  const world: { __RSC_MANIFEST?: unknown } = {};
  runInNewContext(readFileSync(`.next/server/app${page}_client-reference-manifest.js`, "utf8"), world);
  const { entryJSFiles } = Entries.parse(JSON.parse(JSON.stringify(world.__RSC_MANIFEST)))[page] ?? {
    entryJSFiles: {},
  };
  const files = new Set([...rootMainFiles, ...Object.values(entryJSFiles).flat()]);
  expect(files.size).toBeGreaterThan(5);
  const bytes = [...files].map((file) => gzipSync(readFileSync(`.next/${file}`)).length);
  expect(bytes.reduce((sum, one) => sum + one, 0) / 1000).toBeLessThan(kbMax);
});
