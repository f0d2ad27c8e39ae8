"use client";

import { ChevronDown } from "lucide-react";
import type { Account } from "#lib/contracts/account";
import { useStrings } from "../language/use-strings.ts";
import { Dot } from "../ui/dot.tsx";
import { Menu, MenuCheckItem } from "../ui/menu.tsx";

export type FromMenuProps = { accounts: readonly Account[]; accountId: number | null; onChange: (id: number) => void };

/** Which account a mail is sent from. */
export function FromMenu({ accounts, accountId, onChange }: FromMenuProps) {
  const words = useStrings().composer;
  const address = accounts.find((account) => account.id === accountId)?.emailAddress ?? "";
  if (accounts.length < 2)
    return <span className="min-w-0 truncate text-xs text-ink-3">{address && words.from(address)}</span>;
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`${words.fromLabel}: ${address}`}
          className="flex min-w-0 items-center gap-1 rounded-sm text-xs text-ink-3 hover:text-ink"
        >
          <span className="truncate">{words.from(address)}</span>
          <ChevronDown aria-hidden className="size-3!" />
        </button>
      }
    >
      {accounts.map((account) => (
        <MenuCheckItem
          key={account.id}
          icon={<Dot shape="square" color={account.color} />}
          checked={account.id === accountId}
          onCheckedChange={() => onChange(account.id)}
        >
          {account.emailAddress}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
