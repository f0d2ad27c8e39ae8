import type { Note } from "#lib/contracts/conversation";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Time } from "../ui/time.tsx";
import { TextPieces } from "./text-pieces.tsx";

/** What the team says among itself. */
export function NoteCard({ note }: { note: Note }) {
  const strings = useStrings();
  const name = note.author?.name ?? strings.conversation.activity.somebody;
  return (
    <article
      aria-label={`${name}: ${strings.conversation.noteLabel}`}
      className="flex gap-2.5 rounded-lg border border-note-line bg-note px-3.5 pt-2.5 pb-3 text-note-ink"
    >
      <Avatar name={name} />
      <div className="min-w-0 grow">
        <div className="flex items-baseline gap-1">
          <b className="shrink-0">{name}</b>
          <span className="truncate opacity-80">· {strings.conversation.noteLabel}</span>
          <Time
            instant={note.createdAt}
            form="full"
            className="ml-auto pl-2 text-xs whitespace-nowrap tabular-nums opacity-80"
          />
        </div>
        <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
          <TextPieces text={note.text} marksMentions />
        </p>
      </div>
    </article>
  );
}
