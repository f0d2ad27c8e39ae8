"use client";

import { useEffect, useRef } from "react";
import type { Account } from "#lib/contracts/account";
import type { AccountState } from "#lib/contracts/vocabulary";
import { useStrings } from "../language/use-strings.ts";
import { announce } from "../ui/announcer.tsx";

/** Says it when an account comes into another state. */
export function useAnnouncedStates(accounts: readonly Account[] | undefined): void {
  const strings = useStrings();
  const known = useRef(new Map<number, AccountState>());
  useEffect(() => {
    const changed = accounts?.filter(({ id, state }) => (known.current.get(id) ?? state) !== state) ?? [];
    known.current = new Map(accounts?.map(({ id, state }) => [id, state]));
    if (changed.length > 0)
      announce(changed.map(({ name, state }) => `${name}: ${strings.accounts.states[state]}`).join(". "));
  }, [accounts, strings.accounts.states]);
}
