"use client";

import { useForm, useWatch } from "react-hook-form";
import { AcceptInvitation } from "#lib/contracts/agent";
import { acceptInvitation, signIn } from "#lib/query/begin";
import { useStrings } from "../language/use-strings.ts";
import { applyProblem } from "../settings/apply-problem.ts";
import { FormProblem } from "../settings/form-problem.tsx";
import { formResolver } from "../settings/form-resolver.ts";
import { useFirstFocus } from "../settings/use-first-focus.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { SubmitButton } from "./submit-button.tsx";

export type AcceptFormProps = { token: string; kind: "invite" | "reset"; emailAddress: string; name: string };

/** Takes an invitation or a password link, and signs in with what was chosen. */
export function AcceptForm({ token, kind, emailAddress, name }: AcceptFormProps) {
  const strings = useStrings();
  const words = strings.auth;
  const isInvitation = kind === "invite";
  const form = useForm({
    resolver: formResolver(strings, AcceptInvitation),
    defaultValues: { token, password: "", ...(isInvitation && { name }) },
  });
  useFirstFocus(() => form.setFocus("password"));
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const typed = useWatch({ control: form.control });
  const submit = form.handleSubmit(async (given) => {
    try {
      await acceptInvitation(given);
      await signIn({ emailAddress, password: given.password });
      window.location.assign("/");
    } catch (error) {
      applyProblem(strings, form, error, ["name", "password"]);
    }
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <FormProblem message={errors.root?.message} />
      {/* Password managers keep the pair only when they see both. */}
      <input type="text" autoComplete="username" value={emailAddress} readOnly hidden />
      {isInvitation && (
        <Field label={words.name} error={errors.name?.message}>
          {(control) => <Input {...control} {...form.register("name")} autoComplete="name" className="h-9" />}
        </Field>
      )}
      <NewPasswordField
        label={isInvitation ? words.password : words.newPassword}
        error={errors.password?.message}
        password={typed.password ?? ""}
        known={[typed.name ?? name, emailAddress]}
        {...form.register("password")}
      />
      <SubmitButton isBusy={isSubmitting || (isSubmitSuccessful && !errors.root)}>
        {isInvitation ? words.invite.action : words.reset.action}
      </SubmitButton>
    </form>
  );
}
