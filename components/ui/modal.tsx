"use client";

import { Dialog as Radix } from "radix-ui";
import { useRef, type ComponentProps, type ReactNode, type RefObject } from "react";
import { cn } from "#lib/cn";
import { portalTarget } from "./portal-target.ts";

export type ModalProps = Pick<
  ComponentProps<typeof Radix.Content>,
  "onOpenAutoFocus" | "onCloseAutoFocus" | "onKeyDown"
> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What gets the focus back, where something else has stood in for this and had it already. */
  opener?: RefObject<Element | null>;
  /** Once it has gone and given the focus back. */
  onClosed?: () => void;
  /** Where it stands and how large it is. */
  className: string;
  /** Its name, where no heading within is `ModalTitle`. */
  title?: string;
  isDescribed?: boolean;
  children: ReactNode;
};

/** What lies over the page and keeps the focus, then gives it back: the ground of dialogs, sheets, the palette and a new mail. */
export function Modal(props: ModalProps) {
  const { open, onOpenChange, className, title, isDescribed = false } = props;
  const before = useRef<Element | null>(null);
  const opener = props.opener ?? before;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal container={portalTarget()}>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-overlay" />
        <Radix.Content
          onOpenAutoFocus={(event) => {
            before.current = document.activeElement;
            props.onOpenAutoFocus?.(event);
          }}
          onCloseAutoFocus={(event) => {
            props.onCloseAutoFocus?.(event);
            if (!event.defaultPrevented && opener.current instanceof HTMLElement)
              opener.current.focus({ preventScroll: true });
            // Left alone, the focus goes to a trigger, which ours have none of.
            event.preventDefault();
            before.current = null;
            props.onClosed?.();
          }}
          onKeyDown={props.onKeyDown}
          {...(!isDescribed && { "aria-describedby": undefined })}
          className={cn("fixed z-40 border border-line bg-raised text-ink shadow-float outline-none", className)}
        >
          {title !== undefined && <Radix.Title className="sr-only">{title}</Radix.Title>}
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const ModalTitle = Radix.Title;
export const ModalDescription = Radix.Description;
export const ModalClose = Radix.Close;
