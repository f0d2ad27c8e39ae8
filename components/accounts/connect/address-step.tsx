"use client";

import { useWatch } from "react-hook-form";
import { useStrings } from "../../language/use-strings.ts";
import { useFirstFocus } from "../../settings/use-first-focus.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { typedServers } from "./connect-schema.ts";
import { SignInButtons } from "./sign-in-buttons.tsx";
import type { Connect } from "./use-connect.ts";

export function AddressStep({ connect: { form, found, isBusy, signIn } }: { connect: Connect }) {
  const words = useStrings().accounts.connectForm;
  const emailAddress = useWatch({ control: form.control, name: "emailAddress" });
  useFirstFocus(() => form.setFocus("emailAddress"));
  return (
    <>
      <Field label={words.emailAddress} error={form.formState.errors.emailAddress?.message}>
        {(control) => (
          <Input
            {...control}
            {...form.register("emailAddress")}
            type="email"
            autoComplete="off"
            spellCheck={false}
            placeholder="support@example.com"
            className="h-9"
          />
        )}
      </Field>
      <div className="flex items-center gap-3">
        <Button type="submit" look="primary" size="lg" isBusy={isBusy}>
          {words.next}
        </Button>
        <output aria-live="polite" className="text-ink-3">
          {isBusy && words.looking}
        </output>
      </div>
      {signIn === null && (
        <SignInButtons emailAddress={emailAddress} servers={() => typedServers(form.getValues(), found)} />
      )}
    </>
  );
}
