"use client";

import { useQuery } from "@tanstack/react-query";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "../ui/toast.ts";
import { z } from "zod";
import { Password } from "#lib/contracts/agent";
import { meOptions } from "#lib/query/agents";
import { useChangePassword } from "#lib/query/change-me";
import { NewPasswordField } from "../auth/new-password-field.tsx";
import { PasswordInput } from "../auth/password-input.tsx";
import { useStrings } from "../language/use-strings.ts";
import { Field } from "../ui/field.tsx";
import { Setting } from "./find/setting.tsx";
import { applyProblem } from "./apply-problem.ts";
import { FormProblem } from "./form-problem.tsx";
import { formResolver } from "./form-resolver.ts";
import { SaveBar } from "./save-bar.tsx";
import { SettingsSection } from "./settings-section.tsx";

const Passwords = z.object({ currentPassword: z.string().min(1).max(200), newPassword: Password });
const empty = { currentPassword: "", newPassword: "" };

export function PasswordSection() {
  const strings = useStrings();
  const words = strings.settings.profile;
  const { data: me } = useQuery(meOptions());
  const change = useChangePassword();
  const form = useForm({ resolver: formResolver(strings, Passwords), defaultValues: empty });
  const { errors, isDirty, isSubmitting } = form.formState;
  const newPassword = useWatch({ control: form.control, name: "newPassword" });
  const submit = form.handleSubmit((passwords) =>
    change.mutateAsync(passwords).then(
      () => {
        form.reset(empty);
        toast.success(words.passwordChanged);
      },
      (error: unknown) => applyProblem(strings, form, error, ["currentPassword", "newPassword"]),
    ),
  );
  return (
    <Setting name="password">
      <SettingsSection title={words.password} text={words.passwordText}>
        <form
          method="post"
          onSubmit={(event) => void submit(event)}
          noValidate
          className="flex pair:max-w-80 flex-col gap-4"
        >
          <input type="text" autoComplete="username" value={me?.emailAddress ?? ""} readOnly hidden />
          <Field label={words.currentPassword} error={errors.currentPassword?.message}>
            {(control) => (
              <PasswordInput
                {...control}
                {...form.register("currentPassword")}
                autoComplete="current-password"
                className="h-9"
              />
            )}
          </Field>
          <NewPasswordField
            label={words.newPassword}
            error={errors.newPassword?.message}
            password={newPassword}
            known={[me?.name ?? "", me?.emailAddress ?? ""]}
            {...form.register("newPassword")}
          />
          <FormProblem message={errors.root?.message} />
          <SaveBar isDirty={isDirty} isBusy={isSubmitting} isSaved={false} label={words.changePassword} />
        </form>
      </SettingsSection>
    </Setting>
  );
}
