"use client";

import { Controller, useForm } from "react-hook-form";
import { SaveTag, type Tag } from "#lib/contracts/conversation";
import { useSaveTag } from "#lib/query/change-tags";
import { useStrings } from "../language/use-strings.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { applyProblem } from "./apply-problem.ts";
import { ColorPicker } from "./color-picker.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { formResolver } from "./form-resolver.ts";

export type TagDialogProps = {
  /** Null for a new one. */
  tag: Tag | null;
  /** What a new one begins with. */
  nextColor: number;
  onClose: () => void;
};

export function TagDialog({ tag, nextColor, onClose }: TagDialogProps) {
  const strings = useStrings();
  const words = strings.settings.tags;
  const save = useSaveTag(tag?.id ?? null);
  const form = useForm({
    resolver: formResolver(strings, SaveTag),
    defaultValues: { name: tag?.name ?? "", color: tag?.color ?? nextColor % strings.settings.colors.length },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((values) =>
    save.mutateAsync(values).then(onClose, (error: unknown) => applyProblem(strings, form, error, ["name"])),
  );
  return (
    <FormDialog
      onClose={onClose}
      title={tag ? words.editTitle : words.add}
      action={tag ? strings.common.save : words.create}
      onSubmit={(event) => void submit(event)}
      isBusy={isSubmitting}
      problem={errors.root?.message}
    >
      <Field label={words.name} error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register("name")} autoComplete="off" />}
      </Field>
      <Controller
        control={form.control}
        name="color"
        render={({ field }) => <ColorPicker color={field.value ?? 0} onColorChange={field.onChange} />}
      />
    </FormDialog>
  );
}
