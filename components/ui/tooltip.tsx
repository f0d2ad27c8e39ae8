import { Slot } from "radix-ui";
import type { ReactNode } from "react";
import type { TipSide } from "./place-tip.ts";

export type TooltipProps = {
  label: string;
  keys?: string | undefined;
  side?: TipSide;
  /** One element that can take the pointer and the focus. */
  children: ReactNode;
};

/** Leaves word of what something is; the one `TooltipLayer` of the page shows it. A row of a list costs no more for having one. */
export function Tooltip({ label, keys, side, children }: TooltipProps) {
  return (
    <Slot.Root data-tip={label} data-tip-keys={keys} data-tip-side={side}>
      {children}
    </Slot.Root>
  );
}
