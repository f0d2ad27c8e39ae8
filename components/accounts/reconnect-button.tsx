"use client";

import type { Account } from "#lib/contracts/account";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { Button, type ButtonProps } from "../ui/button.tsx";
import { useReconnect } from "./use-reconnect.ts";

export type ReconnectButtonProps = Pick<ButtonProps, "look" | "size"> & {
  account: Account;
  /** Of an account with a password. */
  askForPassword: () => void;
};

export function ReconnectButton({ account, askForPassword, ...looks }: ReconnectButtonProps) {
  const { reconnect, isLeaving } = useReconnect(account, askForPassword);
  return (
    <Button {...looks} isBusy={isLeaving} onClick={reconnect}>
      {useFirstStrings().accounts.reconnect}
    </Button>
  );
}
