"use client";

import { Popover as Radix } from "radix-ui";
import { useRef, useState, type ReactNode } from "react";
import type { MailAddress } from "#lib/contracts/address";
import { cn } from "#lib/cn";
import { nameOf } from "../../inbox/list/senders-of.ts";
import { useStrings } from "../../language/use-strings.ts";
import { surfaceClasses } from "../../ui/menu-classes.ts";
import { ContactFacts } from "./contact-facts.tsx";

/** Passing over a name on the way elsewhere is no wish. */
const restMs = 350;
const leaveMs = 200;

export type ContactCardProps = { person: MailAddress; exceptId: number; children: ReactNode };

/** A name that tells who it is: to a pointer that rests on it, and to a click or Enter, which move into what it tells. */
export function ContactCard({ person, exceptId, children }: ContactCardProps) {
  const strings = useStrings();
  const [isOpen, setIsOpen] = useState(false);
  const isHovered = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = (open: boolean, delayMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      isHovered.current = open;
      setIsOpen(open);
    }, delayMs);
  };
  const handleOpenChange = (open: boolean) => {
    clearTimeout(timer.current);
    isHovered.current = false;
    setIsOpen(open);
  };
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => handleOpenChange(!isOpen)}
        onPointerEnter={(event) => event.pointerType === "mouse" && later(true, restMs)}
        onPointerLeave={() => later(false, leaveMs)}
        className="relative min-h-6 max-w-[65%] min-w-0 shrink-0 truncate rounded-sm text-left font-strong hover:underline"
      >
        {children}
      </button>
      {wasOpen && (
        <Radix.Root open={isOpen} onOpenChange={handleOpenChange}>
          <Radix.Anchor virtualRef={button} />
          <Radix.Portal>
            <Radix.Content
              aria-label={strings.conversation.contactCard(nameOf(strings, person))}
              align="start"
              sideOffset={4}
              collisionPadding={8}
              onOpenAutoFocus={(event) => isHovered.current && event.preventDefault()}
              onCloseAutoFocus={(event) => {
                event.preventDefault();
                // Who pointed elsewhere, or only passed, has the focus where they want it.
                if (document.activeElement === document.body && !isHovered.current) button.current?.focus();
              }}
              // The name itself opens and closes it.
              onInteractOutside={(event) => {
                if (event.target instanceof Node && button.current?.contains(event.target)) event.preventDefault();
              }}
              onPointerEnter={() => clearTimeout(timer.current)}
              onPointerLeave={() => isHovered.current && later(false, leaveMs)}
              className={cn(surfaceClasses, "w-80 max-w-[calc(100vw-1rem)] p-3")}
            >
              <ContactFacts person={person} exceptId={exceptId} />
            </Radix.Content>
          </Radix.Portal>
        </Radix.Root>
      )}
    </>
  );
}
