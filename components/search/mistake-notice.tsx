import { cn } from "#lib/cn";
import type { SearchMistake } from "#lib/search/query-tree";
import { useFirstStrings } from "../language/use-first-strings.ts";

export type MistakeNoticeProps = { id?: string; query: string; mistake: SearchMistake; className?: string };

/** What was typed, with the place that makes no sense underlined, and below it why. */
export function MistakeNotice({ id, query, mistake, className }: MistakeNoticeProps) {
  const words = useFirstStrings().search;
  const { start, end } = mistake;
  return (
    <div id={id} className={cn("flex flex-col gap-1", className)}>
      <p className="wrap-anywhere text-ink-2">
        {query.slice(0, start)}
        <mark className="bg-bad-soft text-ink underline decoration-bad decoration-wavy underline-offset-4">
          {query.slice(start, Math.max(end, start + 1)) || " "}
        </mark>
        {query.slice(Math.max(end, start + 1))}
      </p>
      <p className="text-bad">{words.mistake(mistake)}</p>
    </div>
  );
}
