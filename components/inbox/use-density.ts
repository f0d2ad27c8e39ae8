"use client";

import { isOneOf } from "#lib/is-one-of";
import { useStored } from "../ui/use-stored.ts";

const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];
const isDensity = isOneOf(densities);

export const rowHeights: Record<Density, number> = { comfortable: 62, compact: 36 };

/** Two lines a row, or one. */
export function useDensity(): [Density, (density: Density) => void] {
  return useStored<Density>("density", isDensity, "comfortable");
}
