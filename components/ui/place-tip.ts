export const tipSides = ["bottom", "top", "left", "right"] as const;
export type TipSide = (typeof tipSides)[number];

type Size = { width: number; height: number };
type Box = Size & { left: number; top: number };

const gap = 6;
const edge = 8;
const opposite: Record<TipSide, TipSide> = { bottom: "top", top: "bottom", left: "right", right: "left" };

/** Where a tip of a size stands beside what it is about: on the wanted side, else on the other one, never over the edge of the window. */
export function placeTip(about: Box, tip: Size, wanted: TipSide, view: Size): { left: number; top: number } {
  const spot = beside(about, tip, wanted);
  const { left, top } = isWithin(spot, tip, view, wanted) ? spot : beside(about, tip, opposite[wanted]);
  return { left: clamp(left, view.width - tip.width), top: clamp(top, view.height - tip.height) };
}

function beside(about: Box, tip: Size, side: TipSide): { left: number; top: number } {
  const middle = { left: about.left + (about.width - tip.width) / 2, top: about.top + (about.height - tip.height) / 2 };
  switch (side) {
    case "bottom":
      return { ...middle, top: about.top + about.height + gap };
    case "top":
      return { ...middle, top: about.top - tip.height - gap };
    case "right":
      return { ...middle, left: about.left + about.width + gap };
    case "left":
      return { ...middle, left: about.left - tip.width - gap };
    default:
      return side satisfies never;
  }
}

function isWithin(spot: { left: number; top: number }, tip: Size, view: Size, side: TipSide): boolean {
  return side === "left" || side === "right"
    ? spot.left >= edge && spot.left + tip.width <= view.width - edge
    : spot.top >= edge && spot.top + tip.height <= view.height - edge;
}

function clamp(value: number, end: number): number {
  return Math.max(edge, Math.min(value, end - edge));
}
