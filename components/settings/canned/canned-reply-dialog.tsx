"use client";

import { useQuery } from "@tanstack/react-query";
import type { Editor } from "@tiptap/react";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { AddCannedReply, type CannedReply } from "#lib/contracts/canned-reply";
import { inboxesOptions } from "#lib/query/agents";
import { useSaveCannedReply } from "#lib/query/canned-replies";
import { RichField } from "../../composer/editor/rich-field.tsx";
import { useStrings } from "../../language/use-strings.ts";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { applyProblem } from "../apply-problem.ts";
import { FormDialog } from "../form-dialog.tsx";
import { formResolver } from "../form-resolver.ts";
import { PlaceholderButtons } from "./placeholder-buttons.tsx";

export type CannedReplyDialogProps = {
  /** Null for a new one. */
  reply: CannedReply | null;
  /** What a new one begins with. */
  html?: string;
  onSaved?: (saved: CannedReply) => void;
  onClose: () => void;
};

const everybody = "all";

export function CannedReplyDialog({ reply, html = "", onSaved, onClose }: CannedReplyDialogProps) {
  const strings = useStrings();
  const words = strings.canned;
  const { data: inboxes = [] } = useQuery(inboxesOptions());
  const save = useSaveCannedReply(reply?.id ?? null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const form = useForm({
    resolver: formResolver(strings, AddCannedReply),
    defaultValues: { name: reply?.name ?? "", html: reply?.html ?? html, inboxId: reply?.inboxId ?? null },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((values) =>
    save.mutateAsync(values).then(
      (saved) => {
        onSaved?.(saved);
        onClose();
      },
      (error: unknown) => applyProblem(strings, form, error, ["name", "html", "inboxId"]),
    ),
  );
  const places = [
    { value: everybody, label: words.everybody },
    ...inboxes.map(({ id, name }) => ({ value: String(id), label: name })),
  ];
  return (
    <FormDialog
      onClose={onClose}
      title={reply ? words.editTitle : words.add}
      action={reply ? strings.common.save : words.create}
      onSubmit={(event) => {
        // Its form lies in the composer's, as React sees it.
        event.stopPropagation();
        void submit(event);
      }}
      isBusy={isSubmitting}
      problem={errors.root?.message}
      className="max-w-2xl"
    >
      <Field label={words.name} hint={words.nameHint} error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register("name")} autoComplete="off" />}
      </Field>
      <Controller
        control={form.control}
        name="html"
        render={({ field }) => (
          <RichField
            label={words.reply}
            error={errors.html?.message}
            html={reply?.html ?? html}
            onHtmlChange={field.onChange}
            onEditor={setEditor}
            className="max-h-72 min-h-44"
          />
        )}
      />
      {editor && <PlaceholderButtons editor={editor} />}
      {places.length > 2 && (
        <Controller
          control={form.control}
          name="inboxId"
          render={({ field }) => (
            <Field label={words.inbox} error={errors.inboxId?.message}>
              {(control) => (
                <Select
                  {...control}
                  value={typeof field.value === "number" ? String(field.value) : everybody}
                  options={places}
                  onValueChange={(value) => field.onChange(value === everybody ? null : Number(value))}
                  className="w-full"
                />
              )}
            </Field>
          )}
        />
      )}
    </FormDialog>
  );
}
