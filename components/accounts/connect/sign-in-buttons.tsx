"use client";

import { useQuery } from "@tanstack/react-query";
import { LogIn } from "lucide-react";
import type { OauthProvider, TypedServers } from "#lib/contracts/oauth";
import type { OauthProviderId } from "#lib/contracts/vocabulary";
import { useBeginSignIn } from "#lib/query/begin-sign-in";
import { oauthProvidersOptions } from "#lib/query/oauth";
import { useStrings } from "../../language/use-strings.ts";
import { useTellFailure } from "../../settings/use-tell-failure.ts";
import { Button } from "../../ui/button.tsx";

export type SignInButtonsProps = {
  /** Filled in at the provider's page, where it is an address. */
  emailAddress: string;
  /** What was typed already, and is to be there on coming back. */
  servers: () => TypedServers;
  /** Only this one, as the way that is meant; all that are set up when absent. */
  only?: OauthProviderId | null;
  /** Where somebody has signed in already, and may be another person. */
  isQuiet?: boolean;
};

/** The ways to the providers' own pages; none where an operator has set up none. */
export function SignInButtons({ emailAddress, servers, only = null, isQuiet = false }: SignInButtonsProps) {
  const words = useStrings().oauth;
  const { data: providers = [] } = useQuery(oauthProvidersOptions());
  const begin = useBeginSignIn();
  const tellFailure = useTellFailure();
  const offered = providers.filter(({ id, isConfigured }) => isConfigured && (only === null || id === only));
  const handleSignIn = ({ id }: OauthProvider) => {
    const hint = emailAddress.includes("@") ? { emailAddress } : {};
    begin.mutate({ provider: id, ...hint, servers: servers() }, { onError: tellFailure });
  };
  if (offered.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {only === null && !isQuiet && <span className="mr-1 text-ink-3">{words.or}</span>}
      {offered.map((provider) => (
        <Button
          key={provider.id}
          size={isQuiet ? "md" : "lg"}
          look={only === null || isQuiet ? "default" : "primary"}
          disabled={begin.isPending || begin.isSuccess}
          onClick={() => handleSignIn(provider)}
        >
          {!isQuiet && <LogIn aria-hidden />}
          {isQuiet ? words.signInAgain : words.signInWith(provider.name)}
        </Button>
      ))}
      <output aria-live="polite" className="text-ink-3">
        {(begin.isPending || begin.isSuccess) && words.opening}
      </output>
    </div>
  );
}
