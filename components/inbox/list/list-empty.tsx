"use client";

import { useQuery } from "@tanstack/react-query";
import { MailPlus } from "lucide-react";
import { Suspense } from "react";
import type { ConversationView } from "#lib/contracts/vocabulary";
import type { ConversationFilter } from "#lib/inbox-location";
import { accountsOptions } from "#lib/query/accounts";
import type { Command } from "#lib/shortcuts";
import { CommandButton } from "../../command/command-button.tsx";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { Button } from "../../ui/button.tsx";
import { SearchHelp } from "../../search/search-help.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { later } from "../../ui/later.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { InboxLink } from "../inbox-link.tsx";
import { viewIcons } from "../sidebar/view-links.tsx";
import { MailArriving } from "./mail-arriving.tsx";

const OfferSample = later(async () => (await import("../../sample/offer-sample.tsx")).OfferSample);

const nextSteps: Record<ConversationView, Command> = {
  open: "write.compose",
  mine: "go.unassigned",
  unassigned: "go.open",
  pending: "go.open",
  snoozed: "go.open",
  closed: "go.open",
  all: "write.compose",
  sent: "write.compose",
  drafts: "write.compose",
  archive: "go.open",
  junk: "go.open",
  trash: "go.open",
};

/** What would be here, and the next step. */
export function ListEmpty({ filter }: { filter: ConversationFilter }) {
  const words = useFirstStrings().inbox;
  const { data: accounts } = useQuery(accountsOptions());
  if (filter.q !== undefined) return <SearchHelp />;
  if (accounts?.length === 0)
    return (
      <EmptyState
        icon={MailPlus}
        title={words.connectFirst.title}
        text={words.connectFirst.text}
        action={
          <span className="flex flex-col items-center gap-2">
            <Button look="primary" asChild>
              <PageLink href="/settings/accounts">{words.connectFirst.action}</PageLink>
            </Button>
            <Suspense>
              <OfferSample />
            </Suspense>
          </span>
        }
      />
    );
  const arriving = accounts?.filter((account) => account.state === "connecting" || account.state === "syncing") ?? [];
  if (arriving.length > 0 && filter.view === "open") return <MailArriving accounts={arriving} />;
  const isNarrowed = [filter.inbox, filter.account, filter.folder, filter.tag, filter.assignee].some(
    (part) => part !== undefined,
  );
  if (!isNarrowed)
    return (
      <EmptyState
        icon={viewIcons[filter.view]}
        {...words.empty[filter.view]}
        action={<CommandButton command={nextSteps[filter.view]} />}
      />
    );
  return (
    <EmptyState
      icon={viewIcons[filter.view]}
      {...words.noFilterResults}
      action={
        <Button asChild>
          <InboxLink filter={{ view: filter.view, sort: filter.sort }}>{words.showAll}</InboxLink>
        </Button>
      }
    />
  );
}
