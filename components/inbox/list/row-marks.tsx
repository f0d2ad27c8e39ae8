import { Flag, Paperclip } from "lucide-react";
import type { Conversation } from "#lib/contracts/conversation";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Dot } from "../../ui/dot.tsx";
import type { Density } from "../use-density.ts";

/** Most rows have none. */
export function hasMarks({ flagged, tags, attachmentCount, assignee }: Conversation): boolean {
  return flagged || tags.length > 0 || attachmentCount > 0 || assignee !== null;
}

/** At the end of a row: its flag, tags, attachments and who works on it. */
export function RowMarks({ row, density }: { row: Conversation; density: Density }) {
  const words = useFirstStrings().inbox;
  const [firstTag, ...otherTags] = row.tags;
  return (
    <span className="flex h-5 shrink-0 items-center justify-end gap-1.5 text-ink-3 empty:hidden">
      {row.flagged && (
        <span title={words.flagged} className="flex text-warn">
          <Flag aria-label={words.flagged} className="size-[13px]! fill-current" />
        </span>
      )}
      {density === "compact" &&
        row.tags.map((tag) => (
          <span key={tag.id} title={tag.name} className="flex">
            <Dot color={tag.color} label={tag.name} />
          </span>
        ))}
      {firstTag && density === "comfortable" && (
        <Chip color={firstTag.color} className="max-w-28">
          {firstTag.name}
        </Chip>
      )}
      {otherTags.length > 0 && density === "comfortable" && (
        <span className="text-2xs" title={otherTags.map((tag) => tag.name).join(", ")}>
          {words.moreTags(otherTags.length)}
        </span>
      )}
      {row.attachmentCount > 0 && (
        <span title={words.attachments(row.attachmentCount)} className="flex">
          <Paperclip aria-label={words.attachments(row.attachmentCount)} className="size-[13px]!" />
        </span>
      )}
      {row.assignee && <Avatar name={row.assignee.name} size="sm" label={words.assignedTo(row.assignee.name)} />}
    </span>
  );
}
