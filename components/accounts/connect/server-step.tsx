"use client";

import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useRef } from "react";
import { useWatch } from "react-hook-form";
import type { DiscoveredSettings } from "#lib/contracts/account";
import { oauthProvidersOptions } from "#lib/query/oauth";
import { PasswordInput } from "../../auth/password-input.tsx";
import { useStrings } from "../../language/use-strings.ts";
import { useFirstFocus } from "../../settings/use-first-focus.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { CheckResults } from "./check-results.tsx";
import { typedServers } from "./connect-schema.ts";
import { NotSetUp } from "./not-set-up.tsx";
import { ServerFields } from "./server-fields.tsx";
import { SignInButtons } from "./sign-in-buttons.tsx";
import { SignedIn } from "./signed-in.tsx";
import type { Connect } from "./use-connect.ts";

export function ServerStep({ connect }: { connect: Connect }) {
  const words = useStrings().accounts.connectForm;
  const { form, found, outcome, isBusy, goTo, signIn } = connect;
  const takesPassword = useTakesPassword(connect);
  const ways = useRef<HTMLDivElement>(null);
  useFirstFocus(() => {
    if (signIn) form.setFocus("emailAddress");
    else if (takesPassword) form.setFocus("password");
    else ways.current?.focus();
  });
  const hasOwnPage = useHasOwnPage(connect);
  const mayGoOn = outcome?.imap.ok === true && !outcome.smtp.ok;
  return (
    <>
      {signIn ? (
        <SignedIn signIn={signIn} connect={connect} />
      ) : (
        <div ref={ways} tabIndex={-1} className="flex flex-col gap-5 outline-none">
          <WaysIn connect={connect} takesPassword={takesPassword} />
        </div>
      )}
      <ServerFields
        form={form}
        isOpenAtFirst={found?.imap === null || found?.source === "none"}
        hasUsername={!signIn}
      />
      {outcome?.ok === false && <CheckResults outcome={outcome} isBrief />}
      <div className="flex flex-wrap items-center gap-3">
        {(takesPassword || signIn) && (
          <Button type="submit" look={hasOwnPage ? "default" : "primary"} size="lg" isBusy={isBusy}>
            {words.check}
          </Button>
        )}
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

/** A provider that turns every password down says so for its own servers only. */
function useTakesPassword({ form, found }: Connect): boolean {
  const host = useWatch({ control: form.control, name: "imap.host" });
  return found?.takesPassword !== false || host !== found.imap?.host;
}

/** Where the provider's own page is the way that is meant, a password is the other one. */
function useHasOwnPage({ found, signIn }: Connect): boolean {
  const { data: providers = [] } = useQuery(oauthProvidersOptions());
  return !signIn && providers.some(({ id, isConfigured }) => isConfigured && id === found?.oauthProvider);
}

/** The provider's own page first where it has one, and a password where it takes one. */
function WaysIn({ connect, takesPassword }: { connect: Connect; takesPassword: boolean }) {
  const strings = useStrings();
  const words = strings.accounts.connectForm;
  const { form, found } = connect;
  const isSecondWay = useHasOwnPage(connect) && found?.takesPassword !== false;
  const { data: providers = [] } = useQuery(oauthProvidersOptions());
  const way = found?.oauthProvider ?? null;
  const provider = providers.find((one) => one.id === way);
  const isLacking = provider?.isConfigured === false;
  const domain = form.getValues("emailAddress").split("@")[1] ?? "";
  const buttons = {
    emailAddress: form.getValues("emailAddress"),
    servers: () => typedServers(form.getValues(), found),
  };
  const about = found && (takesPassword || !isLacking) && <Found found={found} domain={domain} />;
  return (
    <>
      {isLacking && !takesPassword && <NotSetUp provider={provider} />}
      {!isSecondWay && about}
      {way !== null && <SignInButtons {...buttons} only={way} />}
      {/* What it tells of passwords stands above the one to be typed. */}
      {isSecondWay && about}
      {takesPassword && (
        <Field
          label={isSecondWay ? strings.oauth.orPassword : words.password}
          hint={words.passwordHint}
          error={form.formState.errors.password?.message}
        >
          {(control) => (
            <PasswordInput {...control} {...form.register("password")} autoComplete="off" className="h-9" />
          )}
        </Field>
      )}
      {way === null && <SignInButtons {...buttons} />}
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
        {said} {help && words.providerHelp(help.text)}
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
