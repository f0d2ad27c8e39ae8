import * as fc from "fast-check";
import { expect, it } from "vitest";
import { fitPage } from "./fit-page.ts";

it("makes a page as wide as it is wanted, in pixels of the screen", () => {
  expect(fitPage({ width: 595, height: 842 }, 300, 2)).toMatchObject({ width: 600, height: 849 });
});

it("draws no page that has no size", () => {
  const sizes = [
    [0, 842],
    [595, 0],
    [-1, -842],
    [Number.NaN, 1],
    [Infinity, 1],
  ] as const;
  for (const [width, height] of sizes) expect(fitPage({ width, height }, 300, 1)).toBeNull();
});

it("never asks for more than a canvas bears, however a page is made", () => {
  const length = fc.double({ min: 0.001, max: 1e9, noNaN: true });
  const wanted = fc.integer({ min: 1, max: 4000 });
  fc.assert(
    fc.property(length, length, wanted, fc.integer({ min: 1, max: 4 }), (width, height, wide, ratio) => {
      const fit = fitPage({ width, height }, wide, ratio);
      expect(Math.max(fit?.width ?? 0, fit?.height ?? 0)).toBeLessThanOrEqual(16_000);
      expect((fit?.width ?? 0) * (fit?.height ?? 0)).toBeLessThanOrEqual(16_000_000);
    }),
  );
});
