"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { inboxesOptions, meOptions } from "#lib/query/agents";
import { useStrings } from "../../language/use-strings.ts";
import { SettingsPage } from "../../settings/settings-page.tsx";
import { Banner } from "../../ui/banner.tsx";
import { useMayConnect } from "../use-may-connect.ts";
import { AddressStep } from "./address-step.tsx";
import { ChooseStep } from "./choose-step.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { ServerStep } from "./server-step.tsx";
import { StepList } from "./step-list.tsx";
import { useConnect, type ConnectStart as Start } from "./use-connect.ts";
import { useReturnedSignIn } from "./use-returned-sign-in.ts";

/** From an address to mail that flows in, in three steps. */
export function ConnectPage() {
  const strings = useStrings();
  const words = strings.accounts.connectForm;
  const mayConnect = useMayConnect();
  return (
    <SettingsPage
      title={words.title}
      text={words.text}
      back={{ href: "/settings/accounts", label: strings.settings.pages.accounts }}
      isNarrow
    >
      {mayConnect ? <ConnectStart /> : <Banner tone="info">{words.mayNot.text}</Banner>}
    </SettingsPage>
  );
}

/** Anew, or with what somebody brings back from a provider's page. */
function ConnectStart() {
  const id = useSearchParams().get("signIn");
  const returned = useReturnedSignIn(id);
  const words = useStrings().accounts.connectForm;
  if (returned.isWaiting) return <output className="text-ink-3">{words.looking}</output>;
  return (
    <>
      {returned.problem !== null && (
        <Banner tone="bad" role="alert">
          {returned.problem}
        </Banner>
      )}
      <ConnectForm key={id} start={returned.start} />
    </>
  );
}

function ConnectForm({ start }: { start: Start | null }) {
  const { data: me } = useQuery(meOptions());
  const { data: inboxes = [] } = useQuery(inboxesOptions());
  const own = inboxes.filter(({ id }) => me?.role === "admin" || me?.inboxIds.includes(id));
  const connect = useConnect(own[0]?.id ?? null, start);
  const { step, next } = connect;
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void next();
      }}
    >
      <StepList step={step} onStep={connect.goTo} />
      <ErrorSummary form={connect.form} />
      {step === 0 && <AddressStep connect={connect} />}
      {step === 1 && <ServerStep connect={connect} />}
      {step === 2 && <ChooseStep connect={connect} inboxes={own} />}
    </form>
  );
}
