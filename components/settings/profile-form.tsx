"use client";

import { useForm } from "react-hook-form";
import { z } from "zod";
import { Name, type Me } from "#lib/contracts/agent";
import { useChangeMe } from "#lib/query/change-me";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Textarea } from "../ui/textarea.tsx";
import { applyProblem } from "./apply-problem.ts";
import { Setting } from "./find/setting.tsx";
import { FormProblem } from "./form-problem.tsx";
import { formResolver } from "./form-resolver.ts";
import { SaveBar } from "./save-bar.tsx";

const Profile = z.object({ name: Name, signature: z.string().max(4000) });

export function ProfileForm({ me }: { me: Me }) {
  const strings = useStrings();
  const words = strings.settings.profile;
  const change = useChangeMe();
  const form = useForm({
    resolver: formResolver(strings, Profile),
    values: { name: me.name, signature: me.signature },
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const submit = form.handleSubmit((profile) =>
    change.mutateAsync(profile).then(
      () => form.reset(profile),
      (error: unknown) => applyProblem(strings, form, error, ["name", "signature"]),
    ),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <div className="flex items-center gap-3">
        <Avatar name={me.name} size="lg" />
        <div className="min-w-0">
          <p className="truncate text-ink">{me.emailAddress}</p>
          <p className="text-xs text-ink-3">{words.emailAddressHint}</p>
        </div>
      </div>
      <Setting name="name">
        <Field label={words.name} hint={words.nameHint} error={errors.name?.message}>
          {(control) => <Input {...control} {...form.register("name")} autoComplete="name" className="pair:max-w-80" />}
        </Field>
      </Setting>
      <Setting name="signature">
        <Field label={words.signature} hint={words.signatureHint} error={errors.signature?.message}>
          {(control) => <Textarea {...control} {...form.register("signature")} rows={4} />}
        </Field>
      </Setting>
      <FormProblem message={errors.root?.message} />
      <SaveBar isDirty={isDirty} isBusy={isSubmitting} isSaved={change.isSuccess} />
    </form>
  );
}
