"use client";

import { Controller, useForm } from "react-hook-form";
import { AddToken } from "#lib/contracts/agent";
import { tokenScopes } from "#lib/contracts/vocabulary";
import { useAddToken } from "#lib/query/change-me";
import { useStrings } from "../language/use-strings.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { applyProblem } from "./apply-problem.ts";
import { FormDialog } from "./form-dialog.tsx";
import { formResolver } from "./form-resolver.ts";
import { RadioCards } from "./radio-cards.tsx";

/** Makes a token, and shows it the one time that it can be seen. */
export function AddTokenDialog({ onClose }: { onClose: () => void }) {
  const strings = useStrings();
  const words = strings.settings.security;
  const scopes = tokenScopes.map((value) => ({
    value,
    label: words.scopes[value].label,
    hint: words.scopes[value].hint,
  }));
  const add = useAddToken();
  const form = useForm({
    resolver: formResolver(strings, AddToken),
    defaultValues: { name: "", scope: "read" as const },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((token) =>
    add.mutateAsync(token).then(
      () => undefined,
      (error: unknown) => applyProblem(strings, form, error, ["name", "scope"]),
    ),
  );
  const token = add.data?.token;
  return (
    <FormDialog
      onClose={onClose}
      title={words.addToken}
      action={words.make}
      onSubmit={(event) => void submit(event)}
      isBusy={isSubmitting}
      secret={
        token !== undefined
          ? { title: words.tokenMade, text: words.tokenMadeText, label: words.token, value: token }
          : null
      }
      problem={errors.root?.message}
    >
      <Field label={words.tokenName} hint={words.tokenNameHint} error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register("name")} autoComplete="off" />}
      </Field>
      <Controller
        control={form.control}
        name="scope"
        render={({ field }) => (
          <RadioCards
            label={words.scope}
            value={field.value ?? "read"}
            options={scopes}
            onValueChange={field.onChange}
          />
        )}
      />
    </FormDialog>
  );
}
