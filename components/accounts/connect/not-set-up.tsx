"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { OauthProvider } from "#lib/contracts/oauth";
import { meOptions } from "#lib/query/agents";
import { useStrings } from "../../language/use-strings.ts";
import { Banner } from "../../ui/banner.tsx";

/** Where a provider takes nothing but its own sign-in and nobody has set that up: says what an admin must do. */
export function NotSetUp({ provider }: { provider: OauthProvider }) {
  const strings = useStrings();
  const words = strings.oauth;
  const { data: me } = useQuery(meOptions());
  return (
    <Banner tone="warn" className="items-start text-sm">
      <p>
        {words.notSetUp(provider.name)}{" "}
        {words.notSetUpMissing(new Intl.ListFormat(strings.locale).format(provider.missing))}
      </p>
      {me?.role === "admin" && (
        <Link
          href="/settings/mail-sign-in"
          className="mt-1 inline-flex min-h-6 items-center text-accent underline underline-offset-2"
        >
          {words.howToSetUp}
        </Link>
      )}
    </Banner>
  );
}
