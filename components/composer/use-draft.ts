"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft } from "#lib/contracts/draft";
import { createDraft, deleteDraft, saveDraft } from "#lib/query/drafts";
import { keys } from "#lib/query/keys";
import { draftMirror, type DraftMirror } from "./draft-mirror.ts";
import { fieldsOfDraft, isWorthKeeping, type MailFields } from "./mail-fields.ts";

export type DraftState = "untouched" | "saving" | "saved" | "failed";

const restMs = 700;

/** What is written, saved as it is typed: after a moment's rest, and when the composer goes away. */
export function useDraft(conversationId: number | null, start: MailFields, stored: Draft | undefined) {
  const client = useQueryClient();
  const [mirror] = useState(() => draftMirror(conversationId, start.kind));
  const [unsaved] = useState(() => mirror.read(stored?.updatedAt));
  const [fields, setFields] = useState(() => unsaved ?? (stored ? fieldsOfDraft(stored) : start));
  const [state, setState] = useState<DraftState>(stored ? "saved" : "untouched");
  const keeper = useRef<Keeper>(null);
  keeper.current ??= createKeeper(conversationId, stored?.id ?? null, mirror, setState);

  const change = useCallback(
    (patch: Partial<MailFields>) => {
      const next = { ...fields, ...patch };
      setFields(next);
      if (keeper.current?.hasDraft() || isWorthKeeping(next, start)) keeper.current?.keep(next);
    },
    [fields, start],
  );

  useEffect(() => {
    // What a closed tab left behind is saved as if it had just been typed.
    if (unsaved) keeper.current?.keep(unsaved);
  }, [unsaved]);

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
  };
}

type Keeper = {
  keep: (fields: MailFields) => void;
  flush: () => Promise<number | null>;
  stop: () => void;
  hasDraft: () => boolean;
};

/** Saves one after another, always the newest, never two at once. */
function createKeeper(
  conversationId: number | null,
  storedId: number | null,
  mirror: DraftMirror,
  onState: (state: DraftState) => void,
): Keeper {
  let id = storedId;
  let waiting: MailFields | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = Promise.resolve();
  let isStopped = false;

  const save = async () => {
    const fields = waiting;
    waiting = null;
    if (!fields || isStopped) return;
    const { files, ...rest } = fields;
    const body = { ...rest, conversationId, attachmentIds: files.map((file) => file.id) };
    try {
      if (id === null) id = (await createDraft(body)).id;
      else await saveDraft(id, body);
      if (waiting !== null) return;
      mirror.clear();
      onState("saved");
    } catch {
      // The composer says so, and what is written is still in it: the next change tries again.
      onState("failed");
    }
  };
  const saveNext = () => (saving = saving.then(save));

  return {
    keep(fields) {
      waiting = fields;
      mirror.write(fields);
      onState("saving");
      clearTimeout(timer);
      timer = setTimeout(() => void saveNext(), restMs);
    },
    async flush() {
      clearTimeout(timer);
      await saveNext();
      return id;
    },
    stop() {
      isStopped = true;
      mirror.clear();
      clearTimeout(timer);
    },
    hasDraft: () => id !== null || waiting !== null,
  };
}
