"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "../ui/toast.ts";
import type { Verification } from "#lib/contracts/account";
import type { SignIn } from "#lib/contracts/oauth";
import { signInOptions, useReconnectAccount } from "#lib/query/oauth";
import type { Strings } from "#lib/strings/strings";
import { useStrings } from "../language/use-strings.ts";
import { messageOf } from "../settings/apply-problem.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { Banner } from "../ui/banner.tsx";
import type { AccountDialogProps } from "./account-dialog-props.ts";
import { CheckResults } from "./connect/check-results.tsx";
import { ReconnectButton } from "./reconnect-button.tsx";

/** Who signed in at the provider's page, before it is tried and kept. */
export function ReconnectDialog({ account, signInId }: Omit<AccountDialogProps, "onClose"> & { signInId: string }) {
  const strings = useStrings();
  const words = strings.oauth;
  const router = useRouter();
  const signIn = useQuery(signInOptions(signInId));
  const reconnect = useReconnectAccount(signInId);
  const [outcome, setOutcome] = useState<Verification | null>(null);
  const close = () => router.replace(`/settings/accounts/${account.id}`);
  const submit = () =>
    reconnect.mutate(undefined, {
      onSuccess: (tried) => {
        setOutcome(tried);
        if (!tried.imap.ok) return;
        toast.success(words.reconnected(account.name));
        close();
      },
    });
  if (signIn.isPending) return null;
  const problem = problemOf(strings, signIn.data);
  const isOther = signIn.data?.emailAddress != null && signIn.data.emailAddress !== account.emailAddress;
  return (
    <FormDialog
      onClose={close}
      title={words.reconnectTitle(account.name)}
      description={signIn.data && problem === null ? saidOf(strings, signIn.data) : undefined}
      action={strings.accounts.reconnect}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      isBusy={reconnect.isPending}
      hasNoAction={problem !== null}
      problem={reconnect.error ? messageOf(strings, reconnect.error) : undefined}
      extra={problem !== null && <ReconnectButton account={account} askForPassword={close} look="primary" />}
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {problem === null && isOther && <Banner tone="warn">{words.otherAddress(account.emailAddress)}</Banner>}
      {outcome?.ok === false && <CheckResults outcome={outcome} />}
    </FormDialog>
  );
}

function saidOf(strings: Strings, { emailAddress, providerName }: SignIn): string {
  const words = strings.oauth;
  return emailAddress === null
    ? words.reconnectTextNameless(providerName)
    : words.reconnectText(emailAddress, providerName);
}

function problemOf(strings: Strings, signIn: SignIn | undefined): string | null {
  if (signIn?.problem) return strings.oauth.problem(signIn.problem.code, signIn.problem.detail);
  return signIn?.state === "signed-in" || signIn?.state === "used" ? null : strings.oauth.gone;
}
