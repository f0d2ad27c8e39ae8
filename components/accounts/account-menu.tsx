"use client";

import { useQuery } from "@tanstack/react-query";
import {
  ArrowDownToLine,
  ArrowRightLeft,
  ArrowUpFromLine,
  Copy,
  Ellipsis,
  FolderTree,
  KeyRound,
  LogIn,
  Pause,
  Pencil,
  Play,
  RefreshCw,
  Trash2,
} from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { toast } from "../ui/toast.ts";
import type { Account } from "#lib/contracts/account";
import { sampleProvider } from "#lib/providers/sample";
import { inboxesOptions } from "#lib/query/agents";
import { useChangeAccount, useSyncAccountNow } from "#lib/query/change-accounts";
import { useStrings } from "../language/use-strings.ts";
import { afterMenu } from "../settings/after-menu.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import type { AccountDialogName } from "./account-dialogs.tsx";
import { useOtherSignIn } from "./use-other-sign-in.ts";
import { useReconnect } from "./use-reconnect.ts";

export type AccountMenuProps = {
  account: Account;
  onOpen: (dialog: AccountDialogName) => void;
  /** Where the folders are in view already. */
  hasFolders?: boolean;
  size?: "sm" | "md";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What stands above its own acts. */
  first?: ReactNode;
};

export function AccountMenu(props: AccountMenuProps) {
  const { account, onOpen, hasFolders = false, size = "md", open, onOpenChange, first } = props;
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.accounts;
  const router = useRouter();
  const { data: inboxes = [] } = useQuery(inboxesOptions());
  const change = useChangeAccount(account.id);
  const syncNow = useSyncAccountNow(account.id);
  const { reconnect } = useReconnect(account, () => onOpen("password"));
  const { offered, begin } = useOtherSignIn(account);
  const isSample = account.provider === sampleProvider;
  const isPaused = account.state === "paused";

  const handlePause = () =>
    change.mutate(
      { paused: !isPaused },
      {
        onSuccess: () =>
          toast(isPaused ? words.resumed(account.name) : words.paused(account.name), {
            action: { label: strings.common.undo, onClick: () => change.mutate({ paused: isPaused }) },
          }),
        onError: tellFailure,
      },
    );
  const handleSync = () =>
    syncNow.mutate(undefined, { onSuccess: () => void toast(words.checking(account.name)), onError: tellFailure });
  const opens = (dialog: AccountDialogName) => afterMenu(() => onOpen(dialog));

  return (
    <Menu
      align="end"
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange })}
      trigger={<IconButton icon={Ellipsis} size={size} label={words.menuLabel(account.name)} />}
    >
      {first}
      {!isPaused && !isSample && (
        <MenuItem icon={<RefreshCw aria-hidden />} onSelect={handleSync}>
          {words.syncNow}
        </MenuItem>
      )}
      {!hasFolders && (
        <MenuItem icon={<FolderTree aria-hidden />} onSelect={() => router.push(`/settings/accounts/${account.id}`)}>
          {words.folders}
        </MenuItem>
      )}
      {!isSample && (
        <MenuItem icon={<ArrowDownToLine aria-hidden />} onSelect={opens("export")}>
          {strings.transfers.export.menu}
        </MenuItem>
      )}
      {account.mode === "two-way" && !isSample && (
        <MenuItem icon={<ArrowUpFromLine aria-hidden />} onSelect={opens("import")}>
          {strings.transfers.import.menu}
        </MenuItem>
      )}
      {!isSample && (
        <MenuItem icon={<Copy aria-hidden />} onSelect={opens("copy")}>
          {strings.transfers.copy.menu}
        </MenuItem>
      )}
      {account.canChange && (
        <>
          <MenuItem icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />} onSelect={handlePause}>
            {isPaused ? words.resume : words.pause}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Pencil aria-hidden />} onSelect={opens("edit")}>
            {words.edit}
          </MenuItem>
          {isSample ? null : account.oauthProvider === null ? (
            <MenuItem icon={<KeyRound aria-hidden />} onSelect={opens("password")}>
              {words.newPassword}
            </MenuItem>
          ) : (
            <MenuItem icon={<LogIn aria-hidden />} onSelect={reconnect}>
              {words.reconnect}
            </MenuItem>
          )}
          {offered && (
            <MenuItem icon={<LogIn aria-hidden />} onSelect={() => begin(offered.id)}>
              {strings.oauth.switchTo(offered.name)}
            </MenuItem>
          )}
          {inboxes.length > 1 && (
            <MenuItem icon={<ArrowRightLeft aria-hidden />} onSelect={opens("move")}>
              {words.move}
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem icon={<Trash2 aria-hidden />} isDanger onSelect={opens("remove")}>
            {words.remove}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
