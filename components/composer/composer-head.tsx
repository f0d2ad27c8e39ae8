"use client";

import { ChevronDown, Forward, Maximize2, Minimize2, Minus, Reply, ReplyAll, SquarePen, X } from "lucide-react";
import type { Account } from "#lib/contracts/account";
import type { DraftKind } from "#lib/contracts/vocabulary";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuCheckItem } from "../ui/menu.tsx";
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
  /** To choose from; empty where it is what it is. */
  kinds: readonly DraftKind[];
  accounts: readonly Account[];
  size: ComposerSize;
  onKind: (kind: DraftKind) => void;
  onFrom: (accountId: number) => void;
  onClose: () => void;
};

export function ComposerHead({ fields, kinds, accounts, size, onKind, onFrom, onClose }: ComposerHeadProps) {
  const words = useStrings().composer;
  const Icon = icons[fields.kind];
  return (
    <div className="flex items-center gap-2 border-b border-line py-1 pr-1.5 pl-3 text-ink-3">
      <Icon aria-hidden />
      {kinds.length === 0 ? (
        <span className="max-w-1/2 shrink-0 truncate">{words.kinds[fields.kind]}</span>
      ) : (
        <KindMenu kind={fields.kind} kinds={kinds} onChange={onKind} />
      )}
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
          // A new mail fills a phone.
          {...(fields.kind === "new" && { className: "max-pair:hidden" })}
        />
        <IconButton size="sm" icon={X} label={words.close} keys="Esc" onClick={onClose} />
      </span>
    </div>
  );
}

type KindMenuProps = { kind: DraftKind; kinds: readonly DraftKind[]; onChange: (kind: DraftKind) => void };

function KindMenu({ kind, kinds, onChange }: KindMenuProps) {
  const words = useStrings().composer;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${words.kindLabel}: ${words.kinds[kind]}`}
          className="flex h-6 max-w-1/2 shrink-0 items-center gap-1 rounded-sm hover:text-ink"
        >
          <span className="truncate">{words.kinds[kind]}</span>
          <ChevronDown aria-hidden className="size-3!" />
        </button>
      }
    >
      {kinds.map((each) => (
        <MenuCheckItem key={each} checked={each === kind} onCheckedChange={() => onChange(each)}>
          {words.kinds[each]}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
