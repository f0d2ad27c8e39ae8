"use client";

import { Forward, Maximize2, Minimize2, Minus, Reply, ReplyAll, SquarePen, X } from "lucide-react";
import type { Account } from "#lib/contracts/account";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { FromMenu } from "./from-menu.tsx";
import type { MailFields } from "./mail-fields.ts";

const icons = { reply: Reply, "reply-all": ReplyAll, forward: Forward, new: SquarePen };

export type ComposerSize = {
  isTall: boolean;
  onTallChange: (isTall: boolean) => void;
  /** Only a mail that stands over everything gets out of the way. */
  onMinimise?: () => void;
};

export type ComposerHeadProps = {
  fields: MailFields;
  accounts: readonly Account[];
  size: ComposerSize;
  onFrom: (accountId: number) => void;
  onClose: () => void;
};

export function ComposerHead({ fields, accounts, size, onFrom, onClose }: ComposerHeadProps) {
  const words = useStrings().composer;
  const Icon = icons[fields.kind];
  return (
    <div className="flex items-center gap-2 border-b border-line py-1 pr-1.5 pl-3 text-ink-3">
      <Icon aria-hidden />
      <span className="truncate">{words.kinds[fields.kind]}</span>
      <span className="ml-auto flex min-w-0 items-center">
        <FromMenu accounts={accounts} accountId={fields.accountId} onChange={onFrom} />
      </span>
      <span className="flex shrink-0">
        {size.onMinimise && <IconButton size="sm" icon={Minus} label={words.minimise} onClick={size.onMinimise} />}
        <IconButton
          size="sm"
          icon={size.isTall ? Minimize2 : Maximize2}
          label={size.isTall ? words.shrink : words.enlarge}
          onClick={() => size.onTallChange(!size.isTall)}
        />
        <IconButton size="sm" icon={X} label={words.close} keys="Esc" onClick={onClose} />
      </span>
    </div>
  );
}
