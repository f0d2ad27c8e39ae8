"use client";

import { useEffect, useId, useState } from "react";
import { createPortal } from "react-dom";
import { cn } from "#lib/cn";
import { isOneOf } from "#lib/is-one-of";
import { Kbd } from "./kbd.tsx";
import { placeTip, tipSides } from "./place-tip.ts";
import { portalTarget } from "./portal-target.ts";
import { watchTips, type Tipped } from "./watch-tips.ts";

const isSide = isOneOf(tipSides);

/** Shows the tooltip of whatever is pointed at or has the focus: one for the whole page. */
export function TooltipLayer() {
  const [tipped, setTipped] = useState<Tipped | null>(null);
  useEffect(() => watchTips(setTipped), []);
  return tipped && createPortal(<Tip key={tipped.about.dataset["tip"]} {...tipped} />, portalTarget() ?? document.body);
}

function Tip({ about, isPointed }: Tipped) {
  const id = useId();
  const { tip, tipKeys, tipSide } = about.dataset;
  useEffect(() => {
    if (about.hasAttribute("aria-describedby") || about.getAttribute("aria-label") === tip) return undefined;
    about.setAttribute("aria-describedby", id);
    return () => about.removeAttribute("aria-describedby");
  }, [about, tip, id]);
  const place = (element: HTMLElement | null) => {
    if (!element) return;
    const view = { width: window.innerWidth, height: window.innerHeight };
    const side = isSide(tipSide) ? tipSide : "bottom";
    const { left, top } = placeTip(about.getBoundingClientRect(), element.getBoundingClientRect(), side, view);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  };
  return (
    <div
      ref={place}
      id={id}
      role="tooltip"
      className={cn(
        "fixed top-0 left-0 z-50 flex max-w-72 animate-appear items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-ground shadow-float",
        !isPointed && "pointer-events-none",
      )}
    >
      {tip}
      {tipKeys !== undefined && (
        <Kbd inverse className="opacity-80">
          {tipKeys}
        </Kbd>
      )}
    </div>
  );
}
