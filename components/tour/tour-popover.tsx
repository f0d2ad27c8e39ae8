"use client";

import { Popover as Radix } from "radix-ui";
import { useEffect, useId } from "react";
import { cn } from "#lib/cn";
import { useKeyLabel } from "../command/shortcuts.tsx";
import { useStrings } from "../language/use-strings.ts";
import { announce } from "../ui/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { Dotted } from "../ui/dotted.tsx";
import { surfaceClasses } from "../ui/menu-classes.ts";
import { portalTarget } from "../ui/portal-target.ts";
import { tourHints } from "./tour-hints.ts";
import { useElement } from "./use-element.ts";

export type TourPopoverProps = {
  hint: (typeof tourHints)[number];
  step: number;
  onNext: () => void;
  onEnd: () => void;
};

/** One hint beside what it is about. It takes neither the focus nor any key but Escape, and stays until it is answered. */
export function TourPopover({ hint, step, onNext, onEnd }: TourPopoverProps) {
  const strings = useStrings();
  const words = strings.tour;
  const id = useId();
  const keyOf = useKeyLabel();
  const anchor = useElement(hint.anchor);
  const { title, text } = words.hints[hint.name];
  const said = text(hint.commands.map(keyOf));
  const isThere = anchor !== null;
  useEffect(() => {
    if (isThere) announce(`${title}. ${said}`);
  }, [isThere, title, said]);
  if (!anchor) return null;
  const isLast = step === tourHints.length - 1;
  return (
    <Radix.Root open>
      <Radix.Anchor virtualRef={{ current: anchor }} />
      <Radix.Portal container={portalTarget()}>
        <Radix.Content
          aria-labelledby={id}
          side={hint.side}
          align={hint.side === "right" ? "start" : "center"}
          sideOffset={8}
          alignOffset={hint.side === "right" ? 8 : 0}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
          onEscapeKeyDown={onEnd}
          className={cn(surfaceClasses, "z-30 w-80 border-accent px-4 py-3")}
        >
          <p className="text-2xs text-ink-3">
            <Dotted parts={[words.label, words.of(step + 1, tourHints.length)]} />
          </p>
          <h2 id={id} className="mt-0.5 text-base">
            {title}
          </h2>
          <p className="mt-1 text-ink-2">{said}</p>
          <div className="mt-3 flex items-center gap-2">
            <Button look="primary" onClick={onNext}>
              {isLast ? words.done : words.next}
            </Button>
            {!isLast && (
              <Button look="ghost" onClick={onEnd}>
                {words.skip}
              </Button>
            )}
          </div>
          <Radix.Arrow className="fill-accent" />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
