"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Controller, useWatch, type UseFormReturn } from "react-hook-form";
import { connectionSecurities } from "#lib/contracts/vocabulary";
import { useStrings } from "../../language/use-strings.ts";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import type { ConnectForm } from "./connect-schema.ts";

type Form = UseFormReturn<ConnectForm, unknown, ConnectForm>;
export type ServerFieldsProps = {
  form: Form;
  isOpenAtFirst: boolean;
  /** Who signs in with a token is named by the address. */
  hasUsername: boolean;
};

/** Folded while they are known; open as soon as one of them is wrong. */
export function ServerFields({ form, isOpenAtFirst, hasUsername }: ServerFieldsProps) {
  const words = useStrings().accounts.connectForm;
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const [imap, smtp] = useWatch({ control: form.control, name: ["imap", "smtp"] });
  const { errors } = form.formState;
  const isShown = isOpen || errors.imap !== undefined || errors.smtp !== undefined || errors.username !== undefined;
  return (
    <div className="rounded-lg border border-line">
      <button
        type="button"
        aria-expanded={isShown}
        aria-controls="server-settings"
        onClick={() => setIsOpen(!isShown)}
        className="flex min-h-9 w-full min-w-0 items-center gap-2 rounded-lg px-3 text-left text-ink-2 hover:bg-hover"
      >
        <ChevronRight aria-hidden className={isShown ? "size-3.5! rotate-90" : "size-3.5!"} />
        {words.serverSettings}
        {!isShown && (
          <span className="ml-auto truncate text-xs text-ink-3">
            {imap.host}, {smtp.host}
          </span>
        )}
      </button>
      <div id="server-settings" hidden={!isShown} className="flex flex-col gap-4 border-t border-line px-3 py-3">
        <ServerGroup form={form} name="imap" legend={words.imap} />
        <ServerGroup form={form} name="smtp" legend={words.smtp} />
        {hasUsername && (
          <Field label={words.username} hint={words.usernameHint} error={errors.username?.message}>
            {(control) => (
              <Input
                {...control}
                {...form.register("username")}
                placeholder={form.getValues("emailAddress")}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
        )}
      </div>
    </div>
  );
}

type ServerGroupProps = { form: Form; name: "imap" | "smtp"; legend: string };

function ServerGroup({ form, name, legend }: ServerGroupProps) {
  const strings = useStrings();
  const words = strings.accounts.connectForm;
  const securities = connectionSecurities.map((value) => ({ value, label: strings.accounts.securities[value] }));
  const errors = form.formState.errors[name];
  return (
    <fieldset>
      <legend className="mb-2 text-ink">{legend}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_5.5rem_8rem] gap-3 max-pair:grid-cols-2 max-pair:[&>:first-child]:col-span-2">
        <Field label={words.host} error={errors?.host?.message}>
          {(control) => (
            <Input
              {...control}
              {...form.register(`${name}.host`)}
              autoComplete="off"
              spellCheck={false}
              inputMode="url"
            />
          )}
        </Field>
        <Field label={words.port} error={errors?.port?.message}>
          {(control) => (
            <Input
              {...control}
              {...form.register(`${name}.port`, { valueAsNumber: true })}
              inputMode="numeric"
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={words.security} error={errors?.security?.message}>
          {(control) => (
            <Controller
              control={form.control}
              name={`${name}.security`}
              render={({ field }) => (
                <Select {...control} value={field.value} options={securities} onValueChange={field.onChange} />
              )}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
