"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { accountsOptions } from "#lib/query/accounts";
import { useStrings } from "../language/use-strings.ts";
import { useFirstFocus } from "../settings/use-first-focus.ts";
import { OfferSample } from "../sample/offer-sample.tsx";
import { Button } from "../ui/button.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { AccountProgress } from "./account-progress.tsx";
import { FirstMails } from "./first-mails.tsx";
import { InviteColleague } from "./invite-colleague.tsx";
import { SetupFrame } from "./setup-frame.tsx";
import { setupPath } from "./setup-steps.tsx";
import { useSetUpTo } from "./use-set-up-to.ts";

/** The fourth screen: mail as it comes in, somebody to share it with, and the way to the inbox. */
export function ReadyScreen() {
  const strings = useStrings();
  const words = strings.setup.ready;
  const { data: accounts = [] } = useQuery(accountsOptions());
  const { goTo, isBusy } = useSetUpTo();
  const toInbox = useRef<HTMLButtonElement>(null);
  useFirstFocus(() => toInbox.current?.focus());
  const hasMail = accounts.length > 0;
  return (
    <SetupFrame
      screen="ready"
      title={hasMail ? words.heading : words.headingNoMail}
      text={hasMail ? words.text : words.textNoMail}
    >
      {hasMail && <AccountProgress accounts={accounts} />}
      {hasMail && <FirstMails accounts={accounts} />}
      <div className="flex flex-wrap gap-2">
        <Button ref={toInbox} look="primary" size="lg" className="grow" isBusy={isBusy} onClick={() => goTo(null)}>
          {words.toInbox}
        </Button>
        {!hasMail && (
          <Button asChild size="lg">
            <PageLink href={setupPath("mail")}>{words.connect}</PageLink>
          </Button>
        )}
        {!hasMail && <OfferSample size="lg" className="w-full" onAdded={() => goTo(null)} />}
      </div>
      <InviteColleague />
      <footer className="border-t border-line pt-4">
        <Button asChild look="ghost" className="-ml-2.5 pointer-coarse:-ml-3">
          <PageLink href={setupPath("mail")}>{strings.setup.back}</PageLink>
        </Button>
      </footer>
    </SetupFrame>
  );
}
