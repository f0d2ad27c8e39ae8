"use client";

import { useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import type { Account } from "#lib/contracts/account";
import { meOptions } from "#lib/query/agents";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { useForgetSample } from "./use-forget-sample.ts";

/** @param real an account with a server, once there is one: then the sample has served its purpose */
export function SampleLine({ real }: { real: Account | undefined }) {
  const words = useStrings().sample;
  const { data: me } = useQuery(meOptions());
  const { forget, isBusy } = useForgetSample(real === undefined);
  return (
    <aside
      aria-label={words.text}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft py-1 pr-2 pl-4 text-xs text-ink-2"
    >
      <FlaskConical aria-hidden className="size-3.5! text-accent" />
      <span className="min-w-0 grow basis-56">{real ? words.textBesideReal(real.name) : words.text}</span>
      {me?.role === "admin" && (
        <span className="flex gap-2">
          {!real && (
            <Button asChild size="sm">
              <PageLink href="/settings/accounts/connect">{words.connect}</PageLink>
            </Button>
          )}
          <Button size="sm" look={real ? "primary" : "default"} isBusy={isBusy} onClick={forget}>
            {words.remove}
          </Button>
        </span>
      )}
    </aside>
  );
}
