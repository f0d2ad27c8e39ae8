"use client";

import { useId, type FormEventHandler, type ReactNode } from "react";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { CopyField, type CopyFieldProps } from "./copy-field.tsx";
import { FormProblem } from "./form-problem.tsx";

export type FormDialogProps = {
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  action: string;
  onSubmit: FormEventHandler<HTMLFormElement>;
  isBusy: boolean;
  problem: string | undefined;
  /** Left of the buttons. */
  extra?: ReactNode;
  /** How wide it is, where it holds more than a few fields. */
  className?: string;
  /** There is nothing to be saved; it can be left. */
  hasNoAction?: boolean;
  /** What came of it and can be seen this once; the form has done its work then. */
  secret?: (CopyFieldProps & { title: string; text: string }) | null;
};

/** A short form that is saved or left. */
export function FormDialog(props: FormDialogProps) {
  const strings = useStrings();
  const {
    onClose,
    title,
    description,
    children,
    action,
    onSubmit,
    isBusy,
    problem,
    extra,
    hasNoAction,
    className,
    secret = null,
  } = props;
  const id = useId();
  const buttons = (
    <>
      {extra}
      <Button onClick={onClose}>{strings.common.cancel}</Button>
      {hasNoAction !== true && (
        <Button type="submit" form={id} look="primary" isBusy={isBusy}>
          {action}
        </Button>
      )}
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={secret?.title ?? title}
      description={secret?.text ?? description}
      {...(className !== undefined && { className })}
      footer={secret ? <Button onClick={onClose}>{strings.settings.done}</Button> : buttons}
    >
      {secret ? (
        <div className="pt-2">
          <CopyField label={secret.label} value={secret.value} />
        </div>
      ) : (
        <form id={id} onSubmit={onSubmit} noValidate className="flex flex-col gap-4 pt-2">
          {children}
          <FormProblem message={problem} />
        </form>
      )}
    </Dialog>
  );
}
