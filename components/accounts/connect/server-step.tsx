"use client";

import { ExternalLink } from "lucide-react";
import type { DiscoveredSettings } from "#lib/contracts/account";
import { PasswordInput } from "../../auth/password-input.tsx";
import { useStrings } from "../../language/use-strings.ts";
import { useFirstFocus } from "../../settings/use-first-focus.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { CheckResults } from "./check-results.tsx";
import { NotSetUp } from "./not-set-up.tsx";
import { ServerFields } from "./server-fields.tsx";
import { SignInButtons } from "./sign-in-buttons.tsx";
import { SignedIn } from "./signed-in.tsx";
import type { Connect } from "./use-connect.ts";

export function ServerStep({ connect }: { connect: Connect }) {
  const words = useStrings().accounts.connectForm;
  const { form, found, outcome, isBusy, goTo, signIn } = connect;
  useFirstFocus(() => form.setFocus(signIn ? "emailAddress" : "password"));
  const domain = form.getValues("emailAddress").split("@")[1] ?? "";
  const mayGoOn = outcome?.imap.ok === true && !outcome.smtp.ok;
  const takesPassword = found?.takesPassword !== false;
  return (
    <>
      {found && !signIn && <Found found={found} domain={domain} />}
      {signIn ? <SignedIn signIn={signIn} connect={connect} /> : <WaysIn connect={connect} />}
      <ServerFields
        form={form}
        isOpenAtFirst={found?.imap === null || found?.source === "none"}
        hasUsername={!signIn}
      />
      {outcome?.ok === false && <CheckResults outcome={outcome} isBrief />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look={takesPassword || signIn ? "primary" : "default"} size="lg" isBusy={isBusy}>
          {words.check}
        </Button>
        <Button size="lg" look="ghost" disabled={isBusy} onClick={() => goTo(0)}>
          {words.back}
        </Button>
        <output aria-live="polite" className="text-ink-3">
          {isBusy && words.checking}
        </output>
        {mayGoOn && !isBusy && (
          <Button size="lg" className="ml-auto" onClick={() => goTo(2)}>
            {words.goOnAnyway}
          </Button>
        )}
      </div>
      {mayGoOn && <p className="text-xs text-ink-3">{words.goOnAnywayHint}</p>}
    </>
  );
}

/** The provider's own page first where it has one, and a password. */
function WaysIn({ connect: { form, found } }: { connect: Connect }) {
  const words = useStrings().accounts.connectForm;
  const way = found?.oauthProvider ?? null;
  return (
    <>
      {way !== null && (
        <>
          <NotSetUp id={way} />
          <SignInButtons emailAddress={form.getValues("emailAddress")} only={way} />
        </>
      )}
      <Field label={words.password} hint={words.passwordHint} error={form.formState.errors.password?.message}>
        {(control) => <PasswordInput {...control} {...form.register("password")} autoComplete="off" className="h-9" />}
      </Field>
      {way === null && <SignInButtons emailAddress={form.getValues("emailAddress")} />}
    </>
  );
}

function Found({ found, domain }: { found: DiscoveredSettings; domain: string }) {
  const words = useStrings().accounts.connectForm;
  const { source, providerName, help } = found;
  const said =
    source === "preset"
      ? words.found.preset(providerName)
      : source === "srv"
        ? words.found.srv(domain)
        : words.found[source];
  return (
    <Banner tone={source === "none" ? "warn" : "info"} className="items-start text-sm">
      <p>
        {said} {help?.text}
      </p>
      {help && help.url !== "" && (
        <a
          href={help.url}
          target="_blank"
          rel="noreferrer"
          className="mt-1 inline-flex min-h-6 items-center gap-1 text-accent underline underline-offset-2"
        >
          {words.appPassword}
          <ExternalLink aria-hidden className="size-3!" />
        </a>
      )}
    </Banner>
  );
}
