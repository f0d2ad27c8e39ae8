"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { OauthProviderId } from "#lib/contracts/vocabulary";
import { meOptions } from "#lib/query/agents";
import { oauthProvidersOptions } from "#lib/query/oauth";
import { useStrings } from "../../language/use-strings.ts";
import { Banner } from "../../ui/banner.tsx";

/** Where a provider's own sign-in is wanted and nobody has set it up: says what an admin must do. */
export function NotSetUp({ id }: { id: OauthProviderId }) {
  const words = useStrings().oauth;
  const { data: me } = useQuery(meOptions());
  const { data: providers = [] } = useQuery(oauthProvidersOptions());
  const provider = providers.find((one) => one.id === id);
  if (!provider || provider.isConfigured) return null;
  return (
    <Banner tone="warn" className="items-start text-sm">
      <p>
        {words.notSetUp(provider.name)} {words.notSetUpMissing(provider.missing.join(", "))}
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
