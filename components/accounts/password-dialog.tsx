"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import type { Verification } from "#lib/contracts/account";
import { useChangeAccount, verifyAccount } from "#lib/query/change-accounts";
import { PasswordInput } from "../auth/password-input.tsx";
import { useStrings } from "../language/use-strings.ts";
import { applyProblem } from "../settings/apply-problem.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { formResolver } from "../settings/form-resolver.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import type { AccountDialogProps } from "./account-dialog-props.ts";
import { CheckResults } from "./connect/check-results.tsx";

const NewPassword = z.object({ password: z.string().min(1).max(1000) });

/** Tries the new password on both servers before it is kept. */
export function PasswordDialog({ account, onClose }: AccountDialogProps) {
  const strings = useStrings();
  const words = strings.accounts;
  const { emailAddress, username, imap, smtp } = account;
  const [outcome, setOutcome] = useState<Verification | null>(null);
  const change = useChangeAccount(account.id);
  const form = useForm({ resolver: formResolver(strings, NewPassword), defaultValues: { password: "" } });
  const { errors, isSubmitting } = form.formState;

  const keep = async (password: string) => {
    await change.mutateAsync({ password, ...(account.state === "paused" && { paused: false }) });
    onClose();
  };
  const submit = (isTried: boolean) =>
    form.handleSubmit(async ({ password }) => {
      try {
        const tried = isTried ? await verifyAccount({ emailAddress, username, password, imap, smtp }) : null;
        setOutcome(tried);
        if (tried === null || tried.ok) await keep(password);
      } catch (error) {
        applyProblem(strings, form, error, ["password"]);
      }
    });

  return (
    <FormDialog
      onClose={onClose}
      title={words.passwordTitle(account.name)}
      description={words.passwordText(username, imap.host)}
      action={words.passwordKeep}
      onSubmit={(event) => void submit(true)(event)}
      isBusy={isSubmitting}
      problem={errors.root?.message}
      extra={
        outcome?.ok === false && (
          <Button look="ghost" className="mr-auto" disabled={isSubmitting} onClick={() => void submit(false)()}>
            {words.passwordAnyway}
          </Button>
        )
      }
    >
      <Field label={words.password} error={errors.password?.message}>
        {(control) => <PasswordInput {...control} {...form.register("password")} autoComplete="off" />}
      </Field>
      {outcome?.ok === false && <CheckResults outcome={outcome} />}
    </FormDialog>
  );
}
