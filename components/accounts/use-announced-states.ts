"use client";

import { useEffect, useRef } from "react";
import type { Account } from "#lib/contracts/account";
import type { AccountState } from "#lib/contracts/vocabulary";
import { strings } from "#lib/strings/strings";
import { announce } from "../ui/announcer.tsx";

/** Says it when an account comes into another state. */
export function useAnnouncedStates(accounts: readonly Account[] | undefined): void {
  const known = useRef(new Map<number, AccountState>());
  useEffect(() => {
    const changed = accounts?.filter(({ id, state }) => (known.current.get(id) ?? state) !== state) ?? [];
    known.current = new Map(accounts?.map(({ id, state }) => [id, state]));
    if (changed.length > 0)
      announce(changed.map(({ name, state }) => `${name}: ${strings.accounts.states[state]}`).join(". "));
  }, [accounts]);
}
