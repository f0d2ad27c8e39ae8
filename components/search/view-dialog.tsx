"use client";

import { useId, type FormEvent } from "react";
import { SaveView } from "#lib/contracts/search";
import { useSaveView } from "#lib/query/search";
import { useStrings } from "../language/use-strings.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { messageOf } from "../settings/apply-problem.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Checkbox } from "../ui/checkbox.tsx";

export type ViewDialogProps = {
  /** Without an id it is a new one. */
  view: { id: number | null; name: string; query: string; shared: boolean };
  onClose: () => void;
};

export function ViewDialog({ view, onClose }: ViewDialogProps) {
  const strings = useStrings();
  const words = strings.search;
  const save = useSaveView(view.id);
  const sharedId = useId();
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const wish = SaveView.safeParse({
      name: data.get("name"),
      query: data.get("query"),
      shared: data.get("shared") !== null,
    });
    if (wish.success) save.mutate(wish.data, { onSuccess: onClose });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={view.id === null ? words.dialog.addTitle : words.dialog.editTitle}
      action={words.dialog.save}
      onSubmit={handleSubmit}
      isBusy={save.isPending}
      problem={save.error ? `${words.failed.saveView} ${messageOf(strings, save.error)}` : undefined}
    >
      <Field label={words.dialog.name}>
        {(control) => (
          <Input {...control} name="name" required maxLength={60} defaultValue={view.name} autoComplete="off" />
        )}
      </Field>
      <Field label={words.dialog.query}>
        {(control) => (
          <Input {...control} name="query" required maxLength={500} defaultValue={view.query} autoComplete="off" />
        )}
      </Field>
      <label htmlFor={sharedId} className="flex items-center gap-2">
        <Checkbox id={sharedId} name="shared" defaultChecked={view.shared} />
        {words.dialog.shared}
      </label>
    </FormDialog>
  );
}
