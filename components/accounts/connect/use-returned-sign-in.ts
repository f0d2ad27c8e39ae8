"use client";

import { useQuery } from "@tanstack/react-query";
import { discoverAccount } from "#lib/query/change-accounts";
import { keys } from "#lib/query/keys";
import { signInOptions } from "#lib/query/oauth";
import { useStrings } from "../../language/use-strings.ts";
import type { ConnectStart } from "./use-connect.ts";

type Returned = { isWaiting: boolean; problem: string | null; start: ConnectStart | null };

/**
 * What a browser brings back from a provider's page, by the id in its address; `unknown` for what it did not begin.
 * @param id null when it was not there
 */
export function useReturnedSignIn(id: string | null): Returned {
  const words = useStrings().oauth;
  const isAsked = id !== null && id !== "unknown";
  const signIn = useQuery({ ...signInOptions(id ?? ""), enabled: isAsked });
  const address = signIn.data?.state === "signed-in" ? signIn.data.emailAddress : null;
  const found = useQuery({
    queryKey: keys.discovered(address ?? ""),
    queryFn: () => discoverAccount(address ?? ""),
    enabled: address !== null,
    retry: false,
  });
  const nothing = { isWaiting: false, problem: null, start: null };
  if (id === null) return nothing;
  if (!isAsked) return { ...nothing, problem: words.unknown };
  if (signIn.isError) return { ...nothing, problem: words.gone };
  if (!signIn.data || (address !== null && found.isPending)) return { ...nothing, isWaiting: true };
  const { problem, state } = signIn.data;
  if (problem) return { ...nothing, problem: words.problem(problem.code, problem.detail) };
  if (state !== "signed-in") return { ...nothing, problem: words.gone };
  return { ...nothing, start: { signIn: signIn.data, found: found.data ?? null } };
}
