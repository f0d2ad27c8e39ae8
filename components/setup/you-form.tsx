"use client";

import { useForm, useWatch } from "react-hook-form";
import { SetUp } from "#lib/contracts/agent";
import { setUp, signIn } from "#lib/query/begin";
import { NewPasswordField } from "../auth/new-password-field.tsx";
import { SubmitButton } from "../auth/submit-button.tsx";
import { useStrings } from "../language/use-strings.ts";
import { applyProblem } from "../settings/apply-problem.ts";
import { FormProblem } from "../settings/form-problem.tsx";
import { formResolver } from "../settings/form-resolver.ts";
import { useFirstFocus } from "../settings/use-first-focus.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { setupPath } from "./setup-steps.tsx";

const fields = ["name", "emailAddress", "password"] as const;

/** The first screen: makes the first admin, and signs them in. */
export function YouForm({ token }: { token: string }) {
  const strings = useStrings();
  const words = strings.auth;
  const defaultValues = { token, name: "", emailAddress: "", password: "" };
  const form = useForm({ resolver: formResolver(strings, SetUp), defaultValues });
  useFirstFocus(() => form.setFocus("name"));
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const typed = useWatch({ control: form.control });
  const submit = form.handleSubmit(async (given) => {
    try {
      await setUp(given);
      await signIn(given);
      window.location.assign(setupPath("inbox"));
    } catch (error) {
      applyProblem(strings, form, error, fields);
    }
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <FormProblem message={errors.root?.message ?? errors.token?.message} />
      <Field label={words.name} error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register("name")} autoComplete="name" className="h-9" />}
      </Field>
      <Field label={words.emailAddress} error={errors.emailAddress?.message}>
        {(control) => (
          <Input {...control} {...form.register("emailAddress")} type="email" autoComplete="username" className="h-9" />
        )}
      </Field>
      <NewPasswordField
        label={words.password}
        error={errors.password?.message}
        password={typed.password ?? ""}
        known={[typed.name ?? "", typed.emailAddress ?? ""]}
        {...form.register("password")}
      />
      <SubmitButton isBusy={isSubmitting || (isSubmitSuccessful && !errors.root)}>{words.setup.action}</SubmitButton>
    </form>
  );
}
