"use client";

import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { EmailAddress } from "#lib/contracts/address";
import { ApiError } from "#lib/query/api-error";
import { signIn } from "#lib/query/begin";
import { forgetMail } from "#lib/query/session";
import { useStrings } from "../language/use-strings.ts";
import { messageOf } from "../settings/apply-problem.ts";
import { FormProblem } from "../settings/form-problem.tsx";
import { formResolver } from "../settings/form-resolver.ts";
import { useFirstFocus } from "../settings/use-first-focus.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { PasswordInput } from "./password-input.tsx";
import { SubmitButton } from "./submit-button.tsx";

const SignIn = z.object({ emailAddress: EmailAddress, password: z.string().min(1, "Enter your password.").max(200) });

export type SignInFormProps = { next: string; emailAddress: string };

export function SignInForm({ next, emailAddress }: SignInFormProps) {
  const strings = useStrings();
  const words = strings.auth;
  const form = useForm({ resolver: formResolver(strings, SignIn), defaultValues: { emailAddress, password: "" } });
  useFirstFocus(() => form.setFocus(emailAddress === "" ? "emailAddress" : "password"));
  // Nobody is signed in: what somebody read here before is nobody's to find.
  useEffect(() => void forgetMail(), []);
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.handleSubmit(async (credentials) => {
    try {
      await signIn(credentials);
      // A whole new page: nothing that another agent read in this tab is left.
      window.location.assign(next);
    } catch (error) {
      const isWrong = error instanceof ApiError && error.code === "unauthenticated";
      form.setError("root", { message: isWrong ? words.signIn.wrong : messageOf(strings, error) });
      form.setFocus("password", { shouldSelect: true });
    }
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <FormProblem message={errors.root?.message} />
      <Field label={words.emailAddress} error={errors.emailAddress?.message}>
        {(control) => (
          <Input {...control} {...form.register("emailAddress")} type="email" autoComplete="username" className="h-9" />
        )}
      </Field>
      <Field label={words.password} error={errors.password?.message}>
        {(control) => (
          <PasswordInput {...control} {...form.register("password")} autoComplete="current-password" className="h-9" />
        )}
      </Field>
      <SubmitButton isBusy={isSubmitting || (isSubmitSuccessful && !errors.root)}>{words.signIn.action}</SubmitButton>
    </form>
  );
}
