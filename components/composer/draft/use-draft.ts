"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft } from "#lib/contracts/draft";
import { deleteDraft, getDraft } from "#lib/query/drafts";
import { keys } from "#lib/query/keys";
import { createKeeper, type DraftKeeper, type DraftState } from "./draft-keeper.ts";
import { draftMirror } from "./draft-mirror.ts";
import { fieldsOfDraft, isWorthKeeping, type MailFields } from "./mail-fields.ts";

export type ChangeFields = (patch: Partial<MailFields> | ((now: MailFields) => Partial<MailFields>)) => void;

/** What is written, saved as it is typed: after a moment's rest, and when the composer goes away. */
export function useDraft(conversationId: number | null, start: MailFields, stored: Draft | undefined) {
  const client = useQueryClient();
  const [mirror] = useState(() => draftMirror(conversationId, start.kind));
  const [unsaved] = useState(() => mirror.read(stored?.updatedAt));
  const [fields, setFields] = useState(() => unsaved ?? (stored ? fieldsOfDraft(stored) : start));
  const [state, setState] = useState<DraftState>(() =>
    stored ? { kind: "saved", at: new Date(stored.updatedAt) } : { kind: "untouched" },
  );
  // A file may arrive when much was typed since it was chosen.
  const latest = useRef(fields);
  const keeper = useRef<DraftKeeper>(null);
  keeper.current ??= createKeeper({ conversationId, stored, mirror, onState: setState });

  const change = useCallback<ChangeFields>(
    (patch) => {
      const now = latest.current;
      const next = { ...now, ...(typeof patch === "function" ? patch(now) : patch) };
      latest.current = next;
      setFields(next);
      if (keeper.current?.hasDraft() || isWorthKeeping(next, start)) keeper.current?.keep(next);
    },
    [start],
  );

  useEffect(() => {
    // What a closed tab left behind is saved as if it had just been typed.
    if (unsaved) keeper.current?.keep(unsaved);
  }, [unsaved]);
  useEffect(() => {
    if (stored) keeper.current?.hear(stored.version);
  }, [stored]);
  useEffect(() => {
    const kept = keeper.current;
    return () => {
      // What is half said is not lost by closing; the list of drafts then is another.
      void kept?.flush().then(() => client.invalidateQueries({ queryKey: keys.drafts }));
    };
  }, [client]);

  return {
    fields,
    change,
    state,
    /** Waits for what is being saved. @returns the draft's id, null when nothing was worth saving */
    settle: useCallback(async () => keeper.current?.flush() ?? null, []),
    /** From now on nothing is saved: it was sent. */
    finish: useCallback(() => keeper.current?.stop(), []),
    discard: useCallback(async () => {
      const id = await keeper.current?.flush();
      keeper.current?.stop();
      if (id) await deleteDraft(id);
      await client.invalidateQueries({ queryKey: keys.drafts });
    }, [client]),
    keepMine: useCallback(() => keeper.current?.insist(latest.current), []),
    /** What the other window wrote takes the place of what is here. */
    takeTheirs: useCallback(async () => {
      const id = keeper.current?.id();
      if (!id) return;
      const draft = await getDraft(id);
      latest.current = fieldsOfDraft(draft);
      setFields(latest.current);
      keeper.current?.follow(draft);
    }, []),
  };
}
