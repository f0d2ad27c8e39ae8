"use client";

import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { Name, type Inbox, type Me } from "#lib/contracts/agent";
import { languages } from "#lib/contracts/vocabulary";
import { useSaveInbox } from "#lib/query/change-agents";
import { useChangeWorkspace } from "#lib/query/workspace";
import { SubmitButton } from "../auth/submit-button.tsx";
import { useStrings } from "../language/use-strings.ts";
import { applyProblem } from "../settings/apply-problem.ts";
import { ColorPicker } from "../settings/color-picker.tsx";
import { FormProblem } from "../settings/form-problem.tsx";
import { formResolver } from "../settings/form-resolver.ts";
import { languageNames } from "../settings/language-names.ts";
import { useChangeLanguage } from "../settings/use-change-language.ts";
import { useFirstFocus } from "../settings/use-first-focus.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";
import { useSetUpTo } from "./use-set-up-to.ts";
import { useZone } from "./use-zone.ts";

const Names = z.object({ workspaceName: Name, name: Name, color: z.number().int() });

export type InboxFormProps = { inbox: Inbox | null; me: Me; workspaceName: string };

export function InboxForm({ inbox, me, workspaceName }: InboxFormProps) {
  const strings = useStrings();
  const words = strings.setup.inbox;
  const saveInbox = useSaveInbox(inbox?.id ?? null);
  const changeWorkspace = useChangeWorkspace();
  const changeLanguage = useChangeLanguage();
  const setUp = useSetUpTo();
  const zone = useZone();
  const form = useForm({
    resolver: formResolver(strings, Names),
    defaultValues: { workspaceName, name: inbox?.name ?? words.firstName, color: inbox?.color ?? 0 },
  });
  useFirstFocus(() => form.setFocus("workspaceName"));
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ workspaceName: team, name, color }) => {
    try {
      await changeWorkspace.mutateAsync({ name: team });
      await saveInbox.mutateAsync({ name, color });
      setUp.goTo("mail");
    } catch (error) {
      applyProblem(strings, form, error, ["name"]);
    }
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <FormProblem message={errors.root?.message} />
      <Field label={words.workspaceName} hint={words.workspaceHint} error={errors.workspaceName?.message}>
        {(control) => (
          <Input {...control} {...form.register("workspaceName")} autoComplete="organization" className="h-9" />
        )}
      </Field>
      <Field label={words.name} hint={words.nameHint} error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register("name")} autoComplete="off" className="h-9" />}
      </Field>
      <Controller
        control={form.control}
        name="color"
        render={({ field }) => <ColorPicker color={field.value} onColorChange={field.onChange} />}
      />
      <Field label={words.language} hint={zone !== null && words.zone(zone)}>
        {(control) => (
          <Select
            {...control}
            className="h-9"
            value={me.language ?? "browser"}
            options={[
              { value: "browser", label: strings.settings.profile.languageOfBrowser },
              ...languages.map((value) => ({ value, label: languageNames[value] })),
            ]}
            onValueChange={(value) => changeLanguage(languages.find((language) => language === value) ?? null)}
          />
        )}
      </Field>
      <SubmitButton isBusy={isSubmitting || setUp.isBusy}>{strings.setup.next}</SubmitButton>
    </form>
  );
}
