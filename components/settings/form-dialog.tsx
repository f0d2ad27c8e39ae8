"use client";

import { useId, type FormEventHandler, type ReactNode } from "react";
import { strings } from "#lib/strings/strings";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "./form-problem.tsx";

export type FormDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  action: string;
  onSubmit: FormEventHandler<HTMLFormElement>;
  isBusy: boolean;
  problem: string | undefined;
  /** Left of the buttons. */
  extra?: ReactNode;
};

/** A short form that is saved or left. */
export function FormDialog(props: FormDialogProps) {
  const { open, onOpenChange, title, description, children, action, onSubmit, isBusy, problem, extra } = props;
  const id = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      footer={
        <>
          {extra}
          <Button onClick={() => onOpenChange(false)}>{strings.common.cancel}</Button>
          <Button type="submit" form={id} look="primary" isBusy={isBusy}>
            {action}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={onSubmit} noValidate className="flex flex-col gap-4 pt-2">
        {children}
        <FormProblem message={problem} />
      </form>
    </Dialog>
  );
}
