"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "../../ui/toast.ts";
import type { Account, DiscoveredSettings, Verification } from "#lib/contracts/account";
import type { SignIn } from "#lib/contracts/oauth";
import { connectAccount, discoverAccount, verifyAccount } from "#lib/query/change-accounts";
import { connectSignedIn, trySignIn } from "#lib/query/oauth";
import { useStrings } from "../../language/use-strings.ts";
import { applyProblem } from "../../settings/apply-problem.ts";
import { formResolver } from "../../settings/form-resolver.ts";
import { announce } from "../../ui/announcer.tsx";
import {
  ConnectForm,
  emptyForm,
  fieldsAtFault,
  fieldsOfStep,
  suggested,
  toAccount,
  toMailbox,
  toSettings,
  toWishes,
} from "./connect-schema.ts";

/** Somebody who comes back from a provider's page, and what their address tells. */
export type ConnectStart = { signIn: SignIn; found: DiscoveredSettings | null };

export type ConnectOptions = {
  inboxId: number | null;
  start: ConnectStart | null;
  onConnected: (account: Account) => void;
  /** With what most people want, as soon as the servers have taken the sign-in: no third step. */
  isShort?: boolean;
};

/** The three steps from an address to a connected account. Going back and failing lose nothing that was typed. */
export function useConnect({ inboxId, start, onConnected, isShort = false }: ConnectOptions) {
  const strings = useStrings();
  const words = strings.accounts.connectForm;
  const client = useQueryClient();
  const signIn = start?.signIn ?? null;
  const [step, show] = useState(start?.found ? 1 : 0);
  const [found, setFound] = useState<DiscoveredSettings | null>(start?.found ?? null);
  const [outcome, setOutcome] = useState<Verification | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useForm({
    resolver: formResolver(strings, ConnectForm),
    defaultValues: { ...startOf(start), inboxId },
    shouldFocusError: false,
  });

  const setStep = (wanted: number) => {
    show(wanted);
    announce(`${words.stepOf(wanted + 1, words.steps.length)}: ${words.steps[wanted] ?? ""}`);
  };
  const find = async () => {
    const values = form.getValues();
    const settings = await discoverAccount(values.emailAddress);
    setFound(settings);
    setOutcome(null);
    form.reset(suggested(values, settings, signIn?.servers), { keepDefaultValues: true });
    setStep(1);
  };
  const check = async () => {
    setOutcome(null);
    const values = form.getValues();
    const checked = signIn ? await trySignIn(signIn.id, toMailbox(values)) : await verifyAccount(toSettings(values));
    setOutcome(checked);
    for (const { field, code, detail } of fieldsAtFault(checked, signIn !== null))
      form.setError(field, { type: "server", message: strings.accounts.problem(code, detail) });
    if (checked.ok) await goOn();
  };
  const connect = async () => {
    const values = form.getValues();
    const account = signIn
      ? await connectSignedIn(client, signIn.id, { ...toMailbox(values), ...toWishes(values, new Date()) })
      : await connectAccount(client, toAccount(values, new Date()));
    toast.success(words.connected(account.name));
    onConnected(account);
  };
  const goOn = async () => (isShort ? connect() : setStep(2));

  const next = async () => {
    const fields = fieldsOfStep(step, signIn !== null);
    form.clearErrors();
    if (!(await form.trigger([...fields]))) return;
    setIsBusy(true);
    try {
      await [find, check, connect][step]?.();
    } catch (error) {
      applyProblem(strings, form, error, fields);
    } finally {
      setIsBusy(false);
    }
  };
  const goTo = (wanted: number) => {
    form.clearErrors();
    setStep(wanted);
  };

  return { form, step, found, outcome, isBusy, signIn, next, goTo };
}

export type Connect = ReturnType<typeof useConnect>;

function startOf(start: ConnectStart | null): ConnectForm {
  const values = { ...emptyForm, emailAddress: start?.signIn.emailAddress ?? "" };
  return start?.found ? suggested(values, start.found, start.signIn.servers) : values;
}
