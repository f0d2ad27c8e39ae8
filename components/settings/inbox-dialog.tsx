"use client";

import { useQuery } from "@tanstack/react-query";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { SaveInbox, type Inbox } from "#lib/contracts/agent";
import { agentsOptions, meOptions } from "#lib/query/agents";
import { useSaveInbox } from "#lib/query/change-agents";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { applyProblem } from "./apply-problem.ts";
import { CheckList } from "./check-list.tsx";
import { ColorPicker } from "./color-picker.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { formResolver } from "./form-resolver.ts";

const InboxForm = SaveInbox.extend({ color: z.number().int(), memberIds: z.array(z.number().int()) });

type InboxDialogProps = { inbox: Inbox | null; nextColor: number; onClose: () => void };

/** @param inbox null for a new one, whose first member is who makes it */
export function InboxDialog({ inbox, nextColor, onClose }: InboxDialogProps) {
  const strings = useStrings();
  const words = strings.settings.inboxes;
  const { data: agents = [] } = useQuery(agentsOptions());
  const { data: me } = useQuery(meOptions());
  const save = useSaveInbox(inbox?.id ?? null);
  const form = useForm({
    resolver: formResolver(strings, InboxForm),
    defaultValues: {
      name: inbox?.name ?? "",
      color: inbox?.color ?? nextColor,
      memberIds: inbox?.memberIds ?? (me ? [me.id] : []),
    },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((values) =>
    save.mutateAsync(values).then(onClose, (error: unknown) => applyProblem(strings, form, error, ["name"])),
  );
  const options = agents
    .filter(({ state }) => state !== "deactivated")
    .map(({ id, name, emailAddress }) => ({
      id,
      label: name,
      hint: emailAddress,
      start: <Avatar name={name} size="sm" />,
    }));
  return (
    <FormDialog
      onClose={onClose}
      title={inbox ? words.editTitle(inbox.name) : words.add}
      action={inbox ? strings.common.save : words.create}
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
        render={({ field }) => <ColorPicker color={field.value} onColorChange={field.onChange} />}
      />
      <Controller
        control={form.control}
        name="memberIds"
        render={({ field }) => (
          <CheckList
            label={words.members}
            hint={words.membersHint}
            options={options}
            checkedIds={field.value}
            onChange={field.onChange}
          />
        )}
      />
    </FormDialog>
  );
}
