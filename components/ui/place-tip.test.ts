import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeTip, tipSides } from "./place-tip.ts";

const view = { width: 1000, height: 800 };
const tip = { width: 100, height: 20 };

describe("the place of a tooltip", () => {
  it("is beside what it is about, on the side that was wished", () => {
    const about = { left: 400, top: 300, width: 40, height: 30 };
    expect(tipSides.map((side) => placeTip(about, tip, side, view))).toEqual([
      { left: 370, top: 336 },
      { left: 370, top: 274 },
      { left: 294, top: 305 },
      { left: 446, top: 305 },
    ]);
  });

  it("is on the other side where there is no room", () => {
    expect(placeTip({ left: 400, top: 770, width: 40, height: 30 }, tip, "bottom", view).top).toBe(744);
    expect(placeTip({ left: 960, top: 300, width: 40, height: 30 }, tip, "right", view).left).toBe(854);
  });

  it("is never over the edge of the window", () => {
    const px = (max: number) => fc.integer({ min: 0, max });
    const about = fc.record({ left: px(1000), top: px(800), width: px(300), height: px(300) });
    fc.assert(
      fc.property(about, fc.constantFrom(...tipSides), (box, side) => {
        const { left, top } = placeTip(box, tip, side, view);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(top).toBeGreaterThanOrEqual(8);
        expect(left + tip.width).toBeLessThanOrEqual(view.width - 8);
        expect(top + tip.height).toBeLessThanOrEqual(view.height - 8);
      }),
    );
  });
});
