"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "./icon-button.tsx";
import { Modal, ModalClose, ModalDescription, ModalTitle } from "./modal.tsx";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Its buttons, the main one last. */
  footer?: ReactNode;
  className?: string;
  /** Nothing in it takes the focus: it does so itself, so that keys scroll it. */
  isText?: boolean;
};

export function Dialog({ open, onOpenChange, title, description, children, footer, className, isText }: DialogProps) {
  const strings = useStrings();
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      onOpenAutoFocus={focusFirstField}
      isDescribed={description !== undefined}
      className={cn(
        // By its margins: half of an odd height would put its lines between two pixels.
        "inset-0 m-auto flex h-fit max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg flex-col rounded-lg text-sm",
        className,
      )}
    >
      <header className="px-5 pt-4 pb-2">
        <div className="flex items-start gap-3">
          <ModalTitle className="min-w-0 grow text-lg">{title}</ModalTitle>
          <ModalClose asChild>
            <IconButton
              icon={X}
              label={strings.common.close}
              keys="Esc"
              className="-mt-0.5 -mr-2 -mb-1 pointer-coarse:-my-1.5"
            />
          </ModalClose>
        </div>
        {description !== undefined && (
          <ModalDescription className="mt-0.5 text-pretty text-ink-2">{description}</ModalDescription>
        )}
      </header>
      <div {...(isText && { tabIndex: 0 })} className="min-h-0 grow overflow-y-auto px-5 pb-4">
        {children}
      </div>
      {footer !== undefined && (
        <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer>
      )}
    </Modal>
  );
}

/** Into the first field; with none on the dialog itself, as a focused close button would only show its tooltip. */
function focusFirstField(event: Event): void {
  const content = event.currentTarget;
  if (!(content instanceof HTMLElement)) return;
  event.preventDefault();
  (content.querySelector<HTMLElement>("input:not([type=hidden]):not(:disabled), textarea, select") ?? content).focus();
}
