"use client";

import { memo, type MouseEvent } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import type { ConversationFilter } from "#lib/inbox-location";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { FoundText } from "../../search/found-text.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dot } from "../../ui/dot.tsx";
import { Time } from "../../ui/time.tsx";
import { InboxLink } from "../inbox-link.tsx";
import type { Density } from "../use-density.ts";
import { rowElementId } from "./row-id.ts";
import { hasMarks, RowMarks } from "./row-marks.tsx";
import { sendersOf } from "./senders-of.ts";

export type ConversationRowProps = {
  row: Conversation;
  filter: ConversationFilter;
  density: Density;
  /** Room for the rows above that are not drawn, in pixels: numbers, so that a row that stays is not drawn again by scrolling. */
  gap: number;
  height: number;
  isOpen: boolean;
  isSelected: boolean;
  onSelect: (id: number, isRange: boolean) => void;
  onFocus: (id: number) => void;
  onPrefetch: (id: number) => void;
};

/**
 * One conversation in the list: a link that fills the row, and a box beside it to select it. Where it lies changes far more often than what
 * it says. As few elements as can be, with rules of their own (app/list-row.css): a list that is scrolled fast makes hundreds of rows a second.
 */
export const ConversationRow = memo(function ConversationRow({ gap, height, ...said }: ConversationRowProps) {
  const { isOpen, isSelected } = said;
  return (
    <li
      aria-setsize={-1}
      style={gap === 0 ? { height } : { height, marginTop: gap }}
      data-open={isOpen || undefined}
      data-selected={isSelected || undefined}
      className="list-row"
    >
      <RowContent {...said} />
    </li>
  );
});

type RowContentProps = Omit<ConversationRowProps, "gap" | "height">;

const RowContent = memo(function RowContent(props: RowContentProps) {
  const strings = useFirstStrings();
  const words = strings.inbox;
  const { row, filter, density, isOpen, isSelected } = props;
  const subject = row.subject || words.noSubject;
  const handleSelect = (event: MouseEvent) => props.onSelect(row.id, event.shiftKey);
  const handleClick = (event: MouseEvent) => {
    if (!event.shiftKey) return;
    event.preventDefault();
    props.onSelect(row.id, true);
  };
  return (
    <>
      <InboxLink
        id={rowElementId(row.id)}
        filter={filter}
        conversationId={row.id}
        tabIndex={-1}
        aria-current={isOpen || undefined}
        onClick={handleClick}
        onFocus={() => props.onFocus(row.id)}
        onPointerEnter={() => props.onPrefetch(row.id)}
        draggable={false}
        data-density={density}
        data-unseen={row.unseen || undefined}
        className="row-link"
      >
        {row.unseen && <Dot tone="accent" label={words.unseen} className="row-dot -ml-px" />}
        <bdi className="row-who">{sendersOf(strings, row)}</bdi>
        {density === "comfortable" && row.messageCount > 1 && (
          <span className="row-count" title={words.messageCount(row.messageCount)}>
            {row.messageCount}
          </span>
        )}
        {/* What was found stands where it was written, however the conversation went on. */}
        <Time instant={row.found?.at ?? row.lastMessageAt} className="row-time" />
        <RowText row={row} subject={subject} density={density} />
      </InboxLink>
      <Checkbox
        checked={isSelected}
        aria-label={words.select(subject)}
        tabIndex={-1}
        onClick={handleSelect}
        className="row-box pointer-coarse:not-in-data-selecting:hidden"
      />
    </>
  );
});

type RowTextProps = { row: Conversation; subject: string; density: Density };

/** What it is about and how it begins, and the marks at its end if it has any. */
function RowText({ row, subject, density }: RowTextProps) {
  const words = useFirstStrings().search;
  const { found, preview } = row;
  const place = found && found.place === "note" ? words.inNote : found?.place === "file" ? words.inFile : null;
  const hasRest = found ? found.snippet.length > 0 : preview !== "";
  const text = (
    <span className="row-text" dir="auto">
      {/* Not `bdi`, as its words decide from which side the line is read, and so which end of it is cut. */}
      <span className="row-what">
        {found && found.subject.length > 0 ? <FoundText pieces={found.subject} /> : subject}
      </span>
      {hasRest && " — "}
      {place !== null && <span className="mr-1 rounded-sm bg-hover px-1 text-xs text-ink-2">{place}</span>}
      {hasRest && <bdi>{found ? <FoundText pieces={found.snippet} /> : preview}</bdi>}
    </span>
  );
  if (!hasMarks(row)) return text;
  return (
    <span className="row-line">
      {text}
      <RowMarks row={row} density={density} />
    </span>
  );
}
