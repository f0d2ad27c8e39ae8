"use client";

import type { ReactNode } from "react";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "./form-problem.tsx";

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What exactly will be gone, and what stays. */
  children: ReactNode;
  action: string;
  onConfirm: () => void;
  isBusy?: boolean;
  problem?: string | undefined;
};

/** For the few things that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const strings = useStrings();
  const { open, onOpenChange, title, children, action, onConfirm, isBusy = false, problem } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{strings.common.cancel}</Button>
          <Button look="danger" isBusy={isBusy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 pt-1 text-pretty text-ink-2">
        {children}
        <FormProblem message={problem} />
      </div>
    </Dialog>
  );
}
