"use client";

import { useQuery } from "@tanstack/react-query";
import type { Account } from "#lib/contracts/account";
import { inboxesOptions, meOptions } from "#lib/query/agents";
import { useStrings } from "../../language/use-strings.ts";
import { AddressStep } from "./address-step.tsx";
import { ChooseStep } from "./choose-step.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { ServerStep } from "./server-step.tsx";
import { StepList } from "./step-list.tsx";
import { useConnect, type ConnectStart } from "./use-connect.ts";

export type ConnectFormProps = {
  start: ConnectStart | null;
  onConnected: (account: Account) => void;
  /** As one screen among others: no steps of its own, and none for what most people leave as it is. */
  isShort?: boolean;
};

/** From an address to a connected account. */
export function ConnectForm({ start, onConnected, isShort = false }: ConnectFormProps) {
  const words = useStrings().setup.mail;
  const { data: me } = useQuery(meOptions());
  const { data: inboxes = [] } = useQuery(inboxesOptions());
  const own = inboxes.filter(({ id }) => me?.role === "admin" || me?.inboxIds.includes(id));
  const connect = useConnect({ inboxId: own[0]?.id ?? null, start, onConnected, isShort });
  const { step, next, form, goTo } = connect;
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
      {!isShort && <StepList step={step} onStep={goTo} />}
      {isShort && step === 1 && <p className="text-ink-2">{words.found(form.getValues("emailAddress"))}</p>}
      <ErrorSummary form={form} />
      {step === 0 && <AddressStep connect={connect} />}
      {step === 1 && <ServerStep connect={connect} />}
      {step === 2 && <ChooseStep connect={connect} inboxes={own} />}
      {isShort && step === 1 && <p className="text-xs text-ink-3">{words.brings}</p>}
    </form>
  );
}
