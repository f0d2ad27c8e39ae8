"use client";

import { useId, type ReactNode } from "react";
import { FieldNote } from "./field-note.tsx";

/** What the control inside a field has to carry to be named and described by it. */
type FieldControl = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

export type FieldProps = {
  label: ReactNode;
  /** Said below the control until there is an error. */
  hint?: ReactNode;
  error?: string | undefined;
  /** Beside the label, e.g. a link. */
  aside?: ReactNode;
  /** Spread the given props on the control: `{(control) => <Input {...control} />}`. */
  children: (control: FieldControl) => ReactNode;
};

export function Field({ label, hint, error, aside, children }: FieldProps) {
  const id = useId();
  const descriptionId = `${id}-description`;
  const isDescribed = error !== undefined || hint !== undefined;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <label id={`${id}-label`} htmlFor={id} className="text-xs text-ink-2">
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        ...(isDescribed && { "aria-describedby": descriptionId }),
        ...(error !== undefined && { "aria-invalid": true }),
      })}
      <FieldNote id={descriptionId} hint={hint} error={error} />
    </div>
  );
}
