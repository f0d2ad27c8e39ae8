"use client";

import type { ComponentProps } from "react";
import { Field } from "../ui/field.tsx";
import { PasswordInput } from "./password-input.tsx";
import { StrengthMeter } from "./strength-meter.tsx";

export type NewPasswordFieldProps = ComponentProps<"input"> & {
  label: string;
  error: string | undefined;
  /** As typed so far. */
  password: string;
  known: readonly string[];
};

export function NewPasswordField({ label, error, password, known, ...rest }: NewPasswordFieldProps) {
  return (
    <Field label={label} error={error} hint={<StrengthMeter password={password} known={known} />}>
      {(control) => <PasswordInput {...control} {...rest} autoComplete="new-password" className="h-9" />}
    </Field>
  );
}
