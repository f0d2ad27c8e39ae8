"use client";

import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "#lib/cn";
import { portalTarget } from "./portal-target.ts";

export type ModalProps = Pick<ComponentProps<typeof Radix.Content>, "onOpenAutoFocus" | "onCloseAutoFocus"> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where it stands and how large it is. */
  className: string;
  /** Its name, where no heading within is `ModalTitle`. */
  title?: string;
  isDescribed?: boolean;
  children: ReactNode;
};

/** What lies over the page and keeps the focus: the ground of dialogs, sheets, the palette and a new mail. */
export function Modal(props: ModalProps) {
  const { open, onOpenChange, className, title, isDescribed = false, children, ...rest } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal container={portalTarget()}>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-overlay" />
        <Radix.Content
          {...rest}
          {...(!isDescribed && { "aria-describedby": undefined })}
          className={cn("fixed z-40 border border-line bg-raised text-ink shadow-float outline-none", className)}
        >
          {title !== undefined && <Radix.Title className="sr-only">{title}</Radix.Title>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const ModalTitle = Radix.Title;
export const ModalDescription = Radix.Description;
export const ModalClose = Radix.Close;
