"use client";

import { CircleCheck } from "lucide-react";
import type { SignIn } from "#lib/contracts/oauth";
import { useStrings } from "../../language/use-strings.ts";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { typedServers } from "./connect-schema.ts";
import { SignInButtons } from "./sign-in-buttons.tsx";
import type { Connect } from "./use-connect.ts";

/** Who signed in, before anything is stored, and whose mailbox is meant. */
export function SignedIn({ signIn, connect }: { signIn: SignIn; connect: Connect }) {
  const words = useStrings().oauth;
  const { form, found } = connect;
  const { providerName, emailAddress } = signIn;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line px-3 py-2.5">
        <CircleCheck aria-hidden className="text-good" />
        <p className="min-w-0 grow [overflow-wrap:anywhere]">
          {emailAddress === null ? words.signedInNameless(providerName) : words.signedIn(providerName, emailAddress)}{" "}
          <span className="text-ink-3">{words.nothingStored}</span>
        </p>
        <SignInButtons
          emailAddress=""
          servers={() => typedServers(form.getValues(), found)}
          only={signIn.provider}
          isQuiet
        />
      </div>
      <Field label={words.mailbox} hint={words.mailboxHint} error={form.formState.errors.emailAddress?.message}>
        {(control) => (
          <Input
            {...control}
            {...form.register("emailAddress")}
            type="email"
            autoComplete="off"
            spellCheck={false}
            className="h-9"
          />
        )}
      </Field>
    </>
  );
}
