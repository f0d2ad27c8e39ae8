"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Check, Clock, Ellipsis, Forward, Reply, ReplyAll, RotateCcw, StickyNote } from "lucide-react";
import { useRef } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import { conversationOptions } from "#lib/query/conversations";
import { MoveToFolder } from "../folders/move-to-folder.tsx";
import { BarButton } from "../inbox/bar-button.tsx";
import { useInboxStore } from "../inbox/inbox-state.tsx";
import { useConversationActs } from "../inbox/use-conversation-acts.tsx";
import { goTo, useInboxFilter } from "../inbox/use-inbox-location.ts";
import { useTriage } from "../inbox/use-triage.ts";
import { useStrings } from "../language/use-strings.ts";
import { MenuActs, type MenuAct } from "../ui/menu-acts.tsx";
import { Menu } from "../ui/menu.tsx";
import { HeadMenu } from "./head-menu.tsx";
import { SnoozeMenu } from "./snooze-menu.tsx";
import { useHeadMenu } from "./use-head-menu.ts";

/** What is done with an open conversation, in the bar below it. Where there is none, there is only a way back. */
export function PhoneActs({ conversationId }: { conversationId: number }) {
  const words = useStrings().common;
  const filter = useInboxFilter();
  const { data: conversation, isError } = useQuery(conversationOptions(conversationId));
  return (
    <>
      <BarButton icon={ArrowLeft} onClick={() => goTo(filter, null)}>
        {words.back}
      </BarButton>
      {!isError && conversation && <Acts row={conversation} />}
    </>
  );
}

function Acts({ row }: { row: Conversation }) {
  const strings = useStrings();
  const words = strings.conversation;
  const { perform } = useTriage();
  const store = useInboxStore();
  const menu = useHeadMenu(row);
  const move = menu("move");
  const more = useRef<HTMLButtonElement>(null);
  const isClosed = row.status === "closed";
  const status = isClosed ? "open" : "closed";
  return (
    <>
      <HeadMenu menu={SnoozeMenu} {...menu("snooze")} trigger={<BarButton icon={Clock}>{words.snooze}</BarButton>} />
      <BarButton icon={Reply} onClick={() => store.getState().setWriting({ conversationId: row.id, kind: "reply" })}>
        {strings.composer.kinds.reply}
      </BarButton>
      <BarButton icon={isClosed ? RotateCcw : Check} onClick={() => perform({ kind: "status", status }, [row.id])}>
        {isClosed ? words.reopen : words.close}
      </BarButton>
      <Menu
        align="end"
        trigger={
          <BarButton ref={more} icon={Ellipsis} aria-label={words.moreActions}>
            {strings.common.more}
          </BarButton>
        }
      >
        <MoreActs row={row} />
      </Menu>
      {move.open && <MoveToFolder {...move} hangsFrom={more} />}
    </>
  );
}

const icons = { "reply-all": ReplyAll, forward: Forward, note: StickyNote };

/** All that has a button in the head where there is room for one. */
function MoreActs({ row }: { row: Conversation }) {
  const kinds = useStrings().composer.kinds;
  const acts = useConversationActs([row], useInboxFilter());
  const store = useInboxStore();
  const writes = (kind: keyof typeof icons): MenuAct => {
    const Icon = icons[kind];
    const run = () => store.getState().setWriting({ conversationId: row.id, kind });
    return { id: kind, icon: <Icon aria-hidden />, label: kinds[kind], run };
  };
  // From the bar, not from its row, which is out of sight.
  const move = { ...acts.move, run: () => store.getState().setWantedMenu("move") };
  return (
    <MenuActs
      groups={[
        [writes("reply-all"), writes("forward"), writes("note")],
        [acts.archive, move, acts.junk, acts.trash, acts.deleteForGood],
        [acts.seen, acts.flag],
        [acts.copyLink, acts.print],
      ]}
    />
  );
}
