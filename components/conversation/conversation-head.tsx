"use client";

import { Check, Clock, RotateCcw, Tag, UserPlus } from "lucide-react";
import { cn } from "#lib/cn";
import type { Conversation } from "#lib/contracts/conversation";
import type { Act } from "#lib/query/act";
import { useKeyLabel } from "../command/shortcuts.tsx";
import { useIsPaired } from "../inbox/use-is-paired.ts";
import { useTriage } from "../inbox/use-triage.ts";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Time } from "../ui/time.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import { usePainted } from "../ui/use-painted.ts";
import { AssigneeMenu } from "./assignee-menu.tsx";
import { HeadMenu } from "./head-menu.tsx";
import { PlaceButtons } from "./place-buttons.tsx";
import { StatusMenu } from "./status-menu.tsx";
import { TagMenu } from "./tag-menu.tsx";
import { useHeadMenu } from "./use-head-menu.ts";

/** In a slim pane the tags have a line of their own, where they can be read: the sooner, the more there are. Its room is kept from the first. */
const ownLine = {
  few: {
    decisions: "pair:@max-[28rem]/head:flex-wrap",
    chips: "pair:@max-[28rem]/head:order-last pair:@max-[28rem]/head:basis-full pair:@max-[28rem]/head:flex-wrap",
    room: "pair:@max-[28rem]/head:mb-7.5",
  },
  many: {
    decisions: "pair:@max-[44rem]/head:flex-wrap",
    chips: "pair:@max-[44rem]/head:order-last pair:@max-[44rem]/head:basis-full pair:@max-[44rem]/head:flex-wrap",
    room: "pair:@max-[44rem]/head:mb-7.5",
  },
};

/** The subject, and everything that is decided about a conversation as a whole. */
export function ConversationHead({ row }: { row: Conversation }) {
  const strings = useStrings();
  const isPaired = useIsPaired();
  // What it is about comes with the mail; what can be done about it in the frame after.
  const isPainted = usePainted();
  return (
    <header className="@container/head shrink-0 border-b border-line px-6 py-3 max-pair:px-3 max-pair:py-2">
      <div className="flex items-center gap-1.5 pair:items-start">
        <h2
          data-print="subject"
          dir="auto"
          className="min-w-0 grow text-left text-lg text-pretty tracking-[-0.01em] max-pair:line-clamp-2 max-pair:text-base max-pair:wrap-anywhere pair:mt-0.5 pair:mr-2 pair:@min-[40rem]/head:truncate pair:@max-[40rem]/head:line-clamp-2 pair:@max-[40rem]/head:wrap-anywhere"
          title={row.subject}
        >
          {row.subject || strings.inbox.noSubject}
        </h2>
        {isPaired && (isPainted ? <PlaceButtons row={row} /> : <RoomForButtons />)}
      </div>
      {isPainted ? <Decisions row={row} /> : <RoomForDecisions row={row} />}
    </header>
  );
}

/** As wide as they will be, so that the subject is broken once. */
function RoomForButtons() {
  return (
    <span className="h-7 w-41 shrink-0 wide:w-49.5 pointer-coarse:h-9 pointer-coarse:w-51 wide:pointer-coarse:w-61.5" />
  );
}

/** As high as they will be: with the line of the tags. */
function RoomForDecisions({ row }: { row: Conversation }) {
  return <div className={cn("mt-2 h-7 pointer-coarse:h-9", chipsOf(row) > 0 && ownLineFor(row).room)} />;
}

const chipsOf = ({ tags, snoozedUntil }: Conversation) => tags.length + (snoozedUntil === null ? 0 : 1);

const ownLineFor = (row: Conversation) => (chipsOf(row) > 1 ? ownLine.many : ownLine.few);

/** Who does what about it, and when: one line below the subject. */
function Decisions({ row }: { row: Conversation }) {
  const words = useStrings().conversation;
  const { perform } = useTriage();
  const keyOf = useKeyLabel();
  // On a phone they are in the bar at the bottom (phone-acts.tsx).
  const isPaired = useIsPaired();
  const menu = useHeadMenu(row);
  const act = (wanted: Act) => () => perform(wanted, [row.id]);
  return (
    <div className={cn("mt-2 flex items-center gap-1.5", ownLineFor(row).decisions)}>
      <StatusMenu row={row} />
      <HeadMenu
        menu={AssigneeMenu}
        {...menu("assign")}
        trigger={<AssigneeButton row={row} keys={keyOf("conversation.assign")} />}
      />
      <div
        className={cn(
          "flex min-w-0 items-center gap-1.5 overflow-x-auto [scrollbar-width:none] empty:hidden",
          ownLineFor(row).chips,
        )}
      >
        {row.snoozedUntil !== null && (
          <Chip size="md" start={<Clock aria-hidden className="size-3!" />} className="shrink-0">
            <Time instant={row.snoozedUntil} form="full" className="tabular-nums" />
          </Chip>
        )}
        {row.tags.map((tag) => (
          <Chip
            key={tag.id}
            size="md"
            color={tag.color}
            hidesRemove
            className="shrink-0"
            removeLabel={words.removeTag(tag.name)}
            onRemove={act({ kind: "tag", tag, on: false })}
          >
            {tag.name}
          </Chip>
        ))}
      </div>
      <HeadMenu
        menu={TagMenu}
        {...menu("tag")}
        trigger={<IconButton icon={Tag} label={words.tag} keys={keyOf("conversation.tag")} />}
      />
      {isPaired && (
        <CloseButton row={row} keys={keyOf("conversation.close")} onAct={(wanted) => perform(wanted, [row.id])} />
      )}
    </div>
  );
}

function AssigneeButton({ row, keys, ...rest }: { row: Conversation; keys: string }) {
  const words = useStrings().conversation;
  const name = row.assignee?.name;
  return (
    <Tooltip label={words.assign} keys={keys}>
      <Button aria-label={name === undefined ? words.assign : `${words.assignee}: ${name}`} {...rest}>
        {name === undefined ? <UserPlus aria-hidden /> : <Avatar name={name} size="sm" />}
        <span className="max-w-24 truncate @max-[34rem]/head:max-w-16 @max-[24rem]/head:sr-only max-pair:sr-only">
          {name?.split(/\s/)[0] ?? words.assign}
        </span>
      </Button>
    </Tooltip>
  );
}

type CloseButtonProps = { row: Conversation; keys: string; onAct: (act: Act) => void };

function CloseButton({ row, keys, onAct }: CloseButtonProps) {
  const words = useStrings().conversation;
  const isClosed = row.status === "closed";
  return (
    <Button
      look={isClosed ? "default" : "primary"}
      keys={keys}
      className="ml-auto"
      onClick={() => onAct({ kind: "status", status: isClosed ? "open" : "closed" })}
    >
      {isClosed ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
      {isClosed ? words.reopen : words.close}
    </Button>
  );
}
