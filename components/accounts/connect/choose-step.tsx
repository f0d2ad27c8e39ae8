"use client";

import { useRef } from "react";
import { Controller } from "react-hook-form";
import type { Inbox } from "#lib/contracts/agent";
import { accountModes } from "#lib/contracts/vocabulary";
import { useStrings } from "../../language/use-strings.ts";
import { RadioCards } from "../../settings/radio-cards.tsx";
import { useFirstFocus } from "../../settings/use-first-focus.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { histories } from "./connect-schema.ts";
import { FoundFolders } from "./found-folders.tsx";
import type { Connect } from "./use-connect.ts";

export function ChooseStep({ connect, inboxes }: { connect: Connect; inboxes: readonly Inbox[] }) {
  const strings = useStrings();
  const words = strings.accounts.connectForm;
  const modes = accountModes.map((value) => {
    const { label, hint } = strings.accounts.modes[value];
    return { value, label, hint };
  });
  const ranges = histories.map((value) => ({ value, label: words.histories[value] }));
  const { form, outcome, isBusy, goTo } = connect;
  const heading = useRef<HTMLHeadingElement>(null);
  useFirstFocus(() => heading.current?.focus());
  const { errors } = form.formState;
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {words.steps[2]}
      </h2>
      {outcome && <FoundFolders folders={outcome.folders} />}
      <Controller
        control={form.control}
        name="history"
        render={({ field }) => (
          <div className="flex flex-col gap-1">
            <RadioCards
              label={words.history}
              value={field.value}
              options={ranges}
              onValueChange={field.onChange}
              className="grid-cols-3 max-pair:grid-cols-1"
            />
            <p className="text-xs text-ink-3">{words.historyHint}</p>
          </div>
        )}
      />
      <Controller
        control={form.control}
        name="mode"
        render={({ field }) => (
          <RadioCards
            label={words.mode}
            value={field.value}
            options={modes}
            onValueChange={field.onChange}
            className="grid-cols-2 max-pair:grid-cols-1"
          />
        )}
      />
      <div className="grid grid-cols-2 gap-4 max-pair:grid-cols-1">
        <Field label={words.name} hint={words.nameHint} error={errors.name?.message}>
          {(control) => <Input {...control} {...form.register("name")} autoComplete="off" />}
        </Field>
        <Field label={words.senderName} hint={words.senderNameHint} error={errors.senderName?.message}>
          {(control) => <Input {...control} {...form.register("senderName")} autoComplete="off" />}
        </Field>
        {inboxes.length > 1 && (
          <Field label={words.inbox} hint={words.inboxHint} error={errors.inboxId?.message}>
            {(control) => (
              <Controller
                control={form.control}
                name="inboxId"
                render={({ field }) => (
                  <Select
                    {...control}
                    value={field.value === null ? undefined : String(field.value)}
                    options={inboxes.map(({ id, name }) => ({ value: String(id), label: name }))}
                    onValueChange={(value) => field.onChange(Number(value))}
                  />
                )}
              />
            )}
          </Field>
        )}
      </div>
      <div className="flex items-center gap-3">
        <Button type="submit" look="primary" size="lg" isBusy={isBusy}>
          {words.connect}
        </Button>
        <Button size="lg" look="ghost" disabled={isBusy} onClick={() => goTo(1)}>
          {words.back}
        </Button>
      </div>
    </>
  );
}
