"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { ChangeAccount } from "#lib/contracts/account";
import { useChangeAccount } from "#lib/query/change-accounts";
import { useStrings } from "../language/use-strings.ts";
import { applyProblem } from "../settings/apply-problem.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { formResolver } from "../settings/form-resolver.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { SignatureField } from "./signature-field.tsx";
import type { AccountDialogProps } from "./account-dialog-props.ts";

const Names = ChangeAccount.pick({ name: true, senderName: true });

export function EditAccountDialog({ account, onClose }: AccountDialogProps) {
  const strings = useStrings();
  const words = strings.accounts;
  const change = useChangeAccount(account.id);
  const [signature, setSignature] = useState(account.signature);
  const [signaturePlace, setSignaturePlace] = useState(account.signaturePlace);
  const form = useForm({
    resolver: formResolver(strings, Names),
    defaultValues: { name: account.name, senderName: account.senderName },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((names) =>
    change
      .mutateAsync({ ...names, signature, signaturePlace })
      .then(onClose, (error: unknown) => applyProblem(strings, form, error, ["name", "senderName"])),
  );
  return (
    <FormDialog
      onClose={onClose}
      title={words.editTitle(account.name)}
      action={strings.common.save}
      onSubmit={(event) => void submit(event)}
      isBusy={isSubmitting}
      problem={errors.root?.message}
    >
      <Field label={words.name} hint={words.nameHint} error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register("name")} />}
      </Field>
      <Field
        label={words.senderName}
        hint={words.senderNameHint(account.emailAddress)}
        error={errors.senderName?.message}
      >
        {(control) => <Input {...control} {...form.register("senderName")} />}
      </Field>
      <SignatureField
        html={signature}
        place={signaturePlace}
        onHtmlChange={setSignature}
        onPlaceChange={setSignaturePlace}
      />
    </FormDialog>
  );
}
