"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import type { DiscoveredSettings, Verification } from "#lib/contracts/account";
import { connectAccount, discoverAccount, verifyAccount } from "#lib/query/change-accounts";
import { useStrings } from "../../language/use-strings.ts";
import { applyProblem } from "../../settings/apply-problem.ts";
import { formResolver } from "../../settings/form-resolver.ts";
import { announce } from "../../ui/announcer.tsx";
import {
  ConnectForm,
  emptyForm,
  fieldsAtFault,
  stepFields,
  suggested,
  toAccount,
  toSettings,
} from "./connect-schema.ts";

/** The three steps from an address to a connected account. Going back and failing lose nothing that was typed. */
export function useConnect(inboxId: number | null) {
  const strings = useStrings();
  const words = strings.accounts.connectForm;
  const client = useQueryClient();
  const router = useRouter();
  const [step, show] = useState(0);
  const [found, setFound] = useState<DiscoveredSettings | null>(null);
  const [outcome, setOutcome] = useState<Verification | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useForm({
    resolver: formResolver(strings, ConnectForm),
    defaultValues: { ...emptyForm, inboxId },
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
    form.reset(suggested(values, settings), { keepDefaultValues: true });
    setStep(1);
  };
  const check = async () => {
    setOutcome(null);
    const checked = await verifyAccount(toSettings(form.getValues()));
    setOutcome(checked);
    for (const { field, code, detail } of fieldsAtFault(checked))
      form.setError(field, { type: "server", message: strings.accounts.problem(code, detail) });
    if (checked.ok) setStep(2);
  };
  const connect = async () => {
    const account = await connectAccount(client, toAccount(form.getValues(), new Date()));
    toast.success(words.connected(account.name));
    router.push(`/settings/accounts/${account.id}`);
  };

  const next = async () => {
    const fields = stepFields[step] ?? [];
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

  return { form, step, found, outcome, isBusy, next, goTo };
}

export type Connect = ReturnType<typeof useConnect>;
