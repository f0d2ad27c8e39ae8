"use client";

import { useQuery } from "@tanstack/react-query";
import {
  Archive,
  Check,
  ChevronDown,
  ChevronUp,
  Clock,
  Hourglass,
  Inbox,
  Layers,
  PenLine,
  Send,
  ShieldAlert,
  Trash2,
  User,
  Users,
  type LucideIcon,
} from "lucide-react";
import { isBoolean } from "#lib/is-one-of";
import type { ConversationView } from "#lib/contracts/vocabulary";
import type { ConversationFilter } from "#lib/inbox-location";
import type { Act } from "#lib/query/act";
import { meOptions } from "#lib/query/agents";
import { countsOptions } from "#lib/query/conversations";
import type { Command } from "#lib/shortcuts";
import { useKeyLabel } from "../../command/shortcuts.tsx";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { useStored } from "../../ui/use-stored.ts";
import { useInboxFilter } from "../use-inbox-location.ts";
import { Count, SidebarLink } from "./sidebar-link.tsx";

export const viewIcons: Record<ConversationView, LucideIcon> = {
  open: Inbox,
  mine: User,
  unassigned: Users,
  pending: Hourglass,
  snoozed: Clock,
  closed: Check,
  all: Layers,
  sent: Send,
  drafts: PenLine,
  archive: Archive,
  junk: ShieldAlert,
  trash: Trash2,
};

const first: ConversationView[] = ["open", "mine", "unassigned", "pending", "drafts", "sent", "snoozed", "closed"];
const rest: ConversationView[] = ["archive", "junk", "trash", "all"];
/** What nobody has to work off needs no number. */
const uncounted = new Set<ConversationView>(["sent", "closed", "archive", "junk", "trash", "all"]);
const commands: Partial<Record<ConversationView, Command>> = {
  open: "go.open",
  mine: "go.mine",
  unassigned: "go.unassigned",
  drafts: "go.drafts",
  sent: "go.sent",
  all: "go.all",
};

export function ViewLinks() {
  const strings = useFirstStrings();
  const filter = useInboxFilter();
  const [showsRest, setShowsRest] = useStored<boolean>("moreViews", isBoolean, false);
  const isInRest = isPlain(filter) && rest.includes(filter.view);
  const shown = showsRest || isInRest ? [...first, ...rest] : first;
  const Chevron = showsRest ? ChevronUp : ChevronDown;
  return (
    <ul className="flex flex-col gap-px">
      {shown.map((view) => (
        <li key={view}>
          <ViewLink view={view} isCurrent={isPlain(filter) && filter.view === view} />
        </li>
      ))}
      {!isInRest && (
        <li>
          <button
            type="button"
            aria-expanded={showsRest}
            onClick={() => setShowsRest(!showsRest)}
            className="flex h-7 w-full items-center gap-[9px] rounded-md px-2 text-ink-3 hover:bg-hover max-pair:h-9 @max-[8rem]/side:px-3.5"
          >
            <Chevron aria-hidden />
            <span className="@max-[8rem]/side:sr-only">{showsRest ? strings.inbox.fewer : strings.inbox.more}</span>
          </button>
        </li>
      )}
    </ul>
  );
}

function ViewLink({ view, isCurrent }: { view: ConversationView; isCurrent: boolean }) {
  const strings = useFirstStrings();
  const { data: counts } = useQuery(countsOptions());
  const { data: me } = useQuery(meOptions());
  const keyOf = useKeyLabel();
  const Icon = viewIcons[view];
  const command = commands[view];
  return (
    <SidebarLink
      filter={{ view, sort: "newest" }}
      icon={<Icon aria-hidden />}
      label={strings.inbox.views[view]}
      isCurrent={isCurrent}
      keys={command && keyOf(command)}
      dropAct={dropActOf(view, me)}
      end={uncounted.has(view) ? null : <Count value={counts?.views[view]} />}
    />
  );
}

/** What makes a conversation belong to a view; some views nothing can be put into. */
function dropActOf(view: ConversationView, me: { id: number; name: string } | undefined): Act | undefined {
  switch (view) {
    case "open":
    case "pending":
    case "closed":
      return { kind: "status", status: view };
    case "mine":
      return me && { kind: "assignee", assignee: { id: me.id, name: me.name } };
    case "unassigned":
      return { kind: "assignee", assignee: null };
    case "archive":
    case "junk":
    case "trash":
      return { kind: "move", role: view };
    case "snoozed":
    case "all":
    case "sent":
    case "drafts":
      return undefined;
    default:
      return view satisfies never;
  }
}

/** Only a view, narrowed by nothing. */
function isPlain({ inbox, account, folder, tag, q }: ConversationFilter): boolean {
  return inbox === undefined && account === undefined && folder === undefined && tag === undefined && q === undefined;
}
