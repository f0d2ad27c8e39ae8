"use client";

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { use, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Draft } from "#lib/contracts/draft";
import { getDraft } from "#lib/query/drafts";
import { keys } from "#lib/query/keys";
import { fieldsOfDraft, isWorthKeeping, type MailFields } from "../mail-fields.ts";
import { beginDraft } from "./begin-draft.ts";
import type { DraftPlace } from "./draft-mirror.ts";
import { register, retire } from "./living-keepers.ts";
import { watchTabs } from "./tabs.ts";

export type ChangeFields = (patch: Partial<MailFields> | ((now: MailFields) => Partial<MailFields>)) => void;

type Options = {
  place: DraftPlace;
  start: MailFields;
  stored: Draft | undefined;
  /** It has been saved, as the draft of this id. */
  onSaved?: ((draftId: number) => void) | undefined;
};

/** What is written, saved as it is typed: after a moment's rest, when the page is hidden, and when the composer goes away. */
export function useDraft({ place, start, stored, onSaved }: Options) {
  // What closed tabs have left is told from what open ones are writing.
  use(watchTabs());
  const client = useQueryClient();
  const [{ keeper, name, fields: begun, isUnsaved }] = useState(() =>
    beginDraft({
      place,
      start,
      stored,
      onSaved: (draft) => {
        showSaved(client, draft);
        onSaved?.(draft.id);
      },
    }),
  );
  const [fields, setFields] = useState(begun);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state, keeper.state);
  /** Raised when the text is another's: the editor begins anew. */
  const [revision, setRevision] = useState(0);
  // A file may arrive when much was typed since it was chosen.
  const latest = useRef(fields);
  const isTouched = useRef(isUnsaved);
  const show = useCallback((draft: Draft) => {
    latest.current = fieldsOfDraft(draft, latest.current.isPlain);
    setFields(latest.current);
    setRevision((now) => now + 1);
  }, []);

  const change = useCallback<ChangeFields>(
    (patch) => {
      const now = latest.current;
      const next = { ...now, ...(typeof patch === "function" ? patch(now) : patch) };
      latest.current = next;
      isTouched.current = true;
      setFields(next);
      if (keeper.id() !== null || keeper.pending() || isWorthKeeping(next, start)) keeper.keep(next);
    },
    [keeper, start],
  );

  useEffect(() => {
    if (isUnsaved) keeper.keep(begun);
  }, [isUnsaved, begun, keeper]);
  useEffect(() => {
    // Who only looks on sees what they write in another window.
    if (stored && keeper.hear(stored, !isTouched.current)) show(stored);
  }, [stored, keeper, show]);
  useEffect(() => {
    register(name, keeper);
    const flush = () => void (document.visibilityState === "hidden" && keeper.flush());
    document.addEventListener("visibilitychange", flush);
    return () => {
      document.removeEventListener("visibilitychange", flush);
      void retire(name, keeper);
    };
  }, [name, keeper]);

  return {
    fields,
    /** As they are when an event asks, be it the one that changed them. */
    current: useCallback(() => latest.current, []),
    change,
    state,
    keeper,
    revision,
    keepMine: useCallback(() => keeper.insist(latest.current), [keeper]),
    /** What the other window wrote takes the place of what is here. */
    takeTheirs: useCallback(async () => {
      const id = keeper.id();
      if (id === null) return;
      const draft = await getDraft(id);
      keeper.follow(draft);
      show(draft);
    }, [keeper, show]),
  };
}

/** What is shown of drafts elsewhere, and what the next composer begins with, need not wait to be read again. */
function showSaved(client: QueryClient, draft: Draft): void {
  client.setQueryData<Draft[]>(keys.conversationDrafts(draft.conversationId), (drafts) =>
    drafts ? [draft, ...drafts.filter((other) => other.id !== draft.id)] : undefined,
  );
}
