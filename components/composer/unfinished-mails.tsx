"use client";

import type { Draft } from "#lib/contracts/draft";
import { useInboxState } from "../inbox/inbox-state.tsx";
import { useStrings } from "../language/use-strings.ts";
import { Menu, MenuItem } from "../ui/menu.tsx";

/** New mails that were begun before, to go on with in place of the empty one. */
export function UnfinishedMails({ drafts }: { drafts: readonly Draft[] }) {
  const strings = useStrings();
  const words = strings.composer;
  const composeDraft = useInboxState((state) => state.composeDraft);
  const [last, ...others] = drafts;
  if (!last) return null;
  const nameOf = (draft: Draft) =>
    draft.subject || draft.to[0]?.name || draft.to[0]?.address || strings.inbox.noSubject;
  const linkClasses = "min-w-0 truncate rounded-sm font-strong text-accent hover:underline";
  return (
    <p className="flex shrink-0 items-center gap-1.5 border-b border-line bg-hover px-3 py-1.5 text-xs text-ink-2">
      <span className="shrink-0">{words.unfinished}</span>
      <button type="button" className={linkClasses} onClick={() => composeDraft(last.id)}>
        <bdi>{nameOf(last)}</bdi>
      </button>
      {others.length > 0 && (
        <Menu
          align="end"
          trigger={
            <button type="button" className={`${linkClasses} ml-auto shrink-0`}>
              {words.unfinishedMore(others.length)}
            </button>
          }
        >
          {others.slice(0, 10).map((draft) => (
            <MenuItem key={draft.id} onSelect={() => composeDraft(draft.id)}>
              {nameOf(draft)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </p>
  );
}
