"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { accountsOptions } from "#lib/query/accounts";
import { ReturnedForm } from "../accounts/connect/returned-form.tsx";
import { useStrings } from "../language/use-strings.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { SetupFrame } from "./setup-frame.tsx";
import { setupPath } from "./setup-steps.tsx";
import { useSetUpTo } from "./use-set-up-to.ts";

/** The third screen: the first account, or none for now. Where there is one, going on is what is offered first. */
export function MailScreen() {
  const strings = useStrings();
  const words = strings.setup.mail;
  const { data: accounts = [] } = useQuery(accountsOptions());
  const { goTo, isBusy } = useSetUpTo();
  const isReturning = useSearchParams().has("signIn");
  const [isAdding, setIsAdding] = useState(isReturning);
  const [first] = accounts;
  const isDone = first !== undefined && !isAdding;
  const addButton = (
    <Button size="sm" onClick={() => setIsAdding(true)}>
      {words.another}
    </Button>
  );
  return (
    <SetupFrame screen="mail" title={first ? words.headingAnother : words.heading} text={words.text}>
      {first && <Banner {...(isDone && { action: addButton })}>{words.connected(first.name)}</Banner>}
      {!isDone && <ReturnedForm onConnected={() => goTo("ready")} isShort />}
      <footer className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button asChild look="ghost" className="-ml-2.5 pointer-coarse:-ml-3">
          <PageLink href={setupPath("inbox")}>{strings.setup.back}</PageLink>
        </Button>
        <Button look={isDone ? "primary" : "default"} className="ml-auto" isBusy={isBusy} onClick={() => goTo("ready")}>
          {first ? strings.setup.next : words.skip}
        </Button>
        {!first && <p className="w-full text-xs text-ink-3">{words.skipHint}</p>}
      </footer>
    </SetupFrame>
  );
}
