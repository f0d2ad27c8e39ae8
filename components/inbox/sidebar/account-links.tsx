"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { cn } from "#lib/cn";
import type { Account } from "#lib/contracts/account";
import { isOneOf } from "#lib/is-one-of";
import type { AccountState } from "#lib/contracts/vocabulary";
import { accountsOptions } from "#lib/query/accounts";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { Dot, type DotProps } from "../../ui/dot.tsx";
import { later } from "../../ui/later.tsx";
import { useStored } from "../../ui/use-stored.ts";
import { useInboxFilter } from "../use-inbox-location.ts";
import { FolderLinks } from "./folder-links.tsx";
import { PlaceSpot } from "./place-spot.tsx";
import { usePlaceSpot } from "./use-place-spot.ts";
import { SidebarLabel, SidebarLink } from "./sidebar-link.tsx";

const AccountPlaceMenu = later(async () => (await import("./account-place-menu.tsx")).AccountPlaceMenu);

const tones: Record<AccountState, DotProps["tone"]> = {
  connecting: "accent",
  syncing: "accent",
  live: "good",
  waiting: "warn",
  "needs-attention": "bad",
  paused: "quiet",
};

const isKept = isOneOf(["auto", "open", "closed"]);

export function AccountLinks() {
  const strings = useFirstStrings();
  const { data: accounts = [] } = useQuery(accountsOptions());
  if (accounts.length === 0) return null;
  return (
    <section>
      <SidebarLabel>{strings.inbox.accounts}</SidebarLabel>
      <ul className="flex flex-col gap-px">
        {accounts.map((account) => (
          <AccountItem key={account.id} account={account} />
        ))}
      </ul>
    </section>
  );
}

function AccountItem({ account }: { account: Account }) {
  const strings = useFirstStrings();
  const filter = useInboxFilter();
  const isHere = filter.account === account.id;
  const [kept, setKept] = useStored<"auto" | "open" | "closed">(`account.${account.id}.folders`, isKept, "auto");
  const isOpen = kept === "auto" ? isHere && filter.folder !== undefined : kept === "open";
  const { handlers, spot } = usePlaceSpot();
  return (
    <li className="group/account relative">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the menu has a button of its own */}
      <div className="group/place relative" {...handlers}>
        <SidebarLink
          filter={{ view: "open", sort: "newest", account: account.id }}
          icon={<AccountIcon account={account} />}
          label={account.emailAddress}
          isCurrent={isHere && filter.folder === undefined}
          className="pointer-coarse:@min-[8rem]/side:pr-9 pointer-coarse:@min-[8rem]/side:pl-8"
          end={
            <span className="flex group-hover/place:invisible pointer-fine:group-focus-within/place:invisible">
              <AccountStateMark account={account} />
            </span>
          }
        />
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={strings.inbox.expandAccount(account.name)}
          onClick={() => setKept(isOpen ? "closed" : "open")}
          className={cn(
            "absolute top-0.5 left-1 grid size-6 place-items-center rounded-sm text-ink-3 opacity-0 group-hover/account:opacity-100 pointer-coarse:opacity-100",
            "hover:text-ink focus-visible:opacity-100 max-pair:top-1.5 @max-[8rem]/side:hidden",
            "focus-visible:bg-ground",
          )}
        >
          <ChevronRight aria-hidden className={cn("size-3.5!", isOpen && "rotate-90")} />
        </button>
        <PlaceSpot {...spot} label={strings.accounts.menuLabel(account.name)}>
          <AccountPlaceMenu {...spot} account={account} />
        </PlaceSpot>
      </div>
      {isOpen && <FolderLinks account={account} />}
    </li>
  );
}

/** Its colour; in the narrow sidebar also whether somebody has to see to it. */
function AccountIcon({ account }: { account: Account }) {
  return (
    <span className="relative flex">
      <Dot shape="square" color={account.color} className="group-hover/account:@min-[8rem]/side:invisible" />
      {(account.state === "needs-attention" || cannotSend(account)) && (
        <Dot tone="bad" className="absolute -top-1 -right-1.5 ring-2 ring-ground @min-[8rem]/side:hidden" />
      )}
    </span>
  );
}

const cannotSend = (account: Account) => account.sendProblem !== null && account.state !== "paused";

function AccountStateMark({ account }: { account: Account }) {
  const strings = useFirstStrings();
  const { done, total } = account.backfill;
  if (account.sendProblem !== null && account.state !== "paused") {
    return (
      <span title={strings.accounts.problem(account.sendProblem.code, account.sendProblem.detail)} className="flex">
        <Dot tone="bad" label={strings.accounts.cannotSend} />
      </span>
    );
  }
  const words = strings.inbox.accountStates[account.state];
  if (account.state === "syncing" && total > 0 && done < total) {
    const share = new Intl.NumberFormat(strings.locale, { style: "percent" }).format(done / total);
    return <span title={words}>{share}</span>;
  }
  return (
    <span title={strings.accounts.problem(account.stateCode, account.stateDetail) || words} className="flex">
      <Dot tone={tones[account.state] ?? "quiet"} label={words} />
    </span>
  );
}
