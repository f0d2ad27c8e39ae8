import type { Draft } from "#lib/contracts/draft";
import { ApiError } from "#lib/query/api-error";
import { createDraft, saveDraft } from "#lib/query/drafts";
import { randomKey } from "#lib/random-key";
import { draftBody, type MailFields } from "../mail-fields.ts";
import { withinLimit } from "../within-limit.ts";
import type { DraftMirror } from "./draft-mirror.ts";

export type DraftState =
  | { kind: "untouched" | "saving" }
  /** It is tried again; `isOffline` when nothing was heard of the server. */
  | { kind: "failed"; isOffline: boolean }
  /** Another window saved it since, or has sent or discarded it: nothing is written until somebody decides. */
  | { kind: "conflict" | "gone" }
  | { kind: "saved"; at: Date };

export type DraftKeeper = {
  keep: (fields: MailFields) => void;
  /** Saves what waits, or tries to once. */
  flush: () => Promise<void>;
  /** The draft as it is stored now, by whomever. @returns whether it takes the place of what is here, which nobody has touched */
  hear: (draft: Draft, isUntouched: boolean) => boolean;
  /** After a conflict: this window's words are to stand. */
  insist: (fields: MailFields) => void;
  /** After a conflict: what is stored was taken over. */
  follow: (draft: Draft) => void;
  /** Saves nothing more: it was sent or thrown away. */
  stop: () => void;
  state: () => DraftState;
  subscribe: (listener: () => void) => () => void;
  /** What is not saved yet; null when all is. */
  pending: () => MailFields | null;
  /** The draft's id; null while nothing was worth saving. */
  id: () => number | null;
};

type Options = {
  conversationId: number | null;
  stored: Pick<Draft, "id" | "version" | "updatedAt"> | undefined;
  held: "conflict" | "gone" | null;
  beginKey: string | undefined;
  mirror: DraftMirror;
  onSaved: (draft: Draft) => void;
};

const restMs = 700;
const retryMs = 2000;
const retryMaxMs = 30_000;
/** A connection that hangs is given up then. */
const limitMs = 10_000;

const saveWithin = (id: number, body: Parameters<typeof saveDraft>[1]) =>
  withinLimit(limitMs, (signal) => saveDraft(id, body, signal));

/** Saves one after another, always the newest, never two at once, and tries again for as long as it takes. */
export function createKeeper({
  conversationId,
  stored,
  held,
  beginKey = randomKey(),
  mirror,
  onSaved,
}: Options): DraftKeeper {
  const listeners = new Set<() => void>();
  let state: DraftState = stored ? { kind: "saved", at: new Date(stored.updatedAt) } : { kind: "untouched" };
  if (held) state = { kind: held };
  let known = stored ? { id: stored.id, version: stored.version } : null;
  let waiting: MailFields | null = null;
  let underway: MailFields | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = Promise.resolve();
  let isHeld = held !== null;
  let isStopped = false;
  let failures = 0;
  /** After a conflict, over whatever is stored. */
  let insists = false;

  const tell = (next: DraftState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const remember = (fields: MailFields) =>
    mirror.write(known?.id ?? null, known ? { fields, version: known.version } : { fields, version: null, beginKey });
  const forget = () => {
    mirror.clear(null);
    if (known) mirror.clear(known.id);
  };
  const write = async (fields: MailFields) => {
    const body = { ...draftBody(fields), conversationId };
    const draft = known
      ? await saveWithin(known.id, insists ? body : { ...body, version: known.version })
      : await withinLimit(limitMs, (signal) => createDraft({ ...body, idempotencyKey: beginKey }, signal));
    known = { id: draft.id, version: draft.version };
    insists = false;
    forget();
    // What was typed meanwhile is still to come.
    if (waiting !== null) remember(waiting);
    if (!isStopped) onSaved(draft);
  };
  const handleFailure = (error: unknown, fields: MailFields) => {
    waiting ??= fields;
    const code = error instanceof ApiError ? error.code : "";
    if (code === "stale" || code === "not_found") {
      if (code === "not_found") known = null;
      isHeld = true;
      tell({ kind: code === "stale" ? "conflict" : "gone" });
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => void saveNext(), Math.min(retryMaxMs, retryMs * 2 ** failures));
    failures += 1;
    tell({ kind: "failed", isOffline: error instanceof ApiError && error.status === 0 });
  };
  const save = async () => {
    const fields = waiting;
    if (!fields || isStopped || isHeld) return;
    waiting = null;
    underway = fields;
    try {
      await write(fields);
      failures = 0;
      underway = null;
      if (waiting === null) tell({ kind: "saved", at: new Date() });
    } catch (error) {
      underway = null;
      if (!isStopped) handleFailure(error, fields);
    }
  };
  const saveNext = () => (saving = saving.then(save));
  const keep = (fields: MailFields) => {
    waiting = fields;
    remember(fields);
    if (isHeld) return;
    clearTimeout(timer);
    timer = setTimeout(() => void saveNext(), restMs);
    tell({ kind: "saving" });
  };

  const follow = ({ id, version }: Draft) => {
    known = { id, version };
    waiting = null;
    isHeld = false;
    forget();
    tell({ kind: "saved", at: new Date() });
  };

  return {
    keep,
    async flush() {
      clearTimeout(timer);
      await saveNext();
    },
    hear(draft, isUntouched) {
      const isOwn = waiting !== null || underway !== null;
      if (isStopped || isOwn || !known || draft.id !== known.id || draft.version <= known.version) return false;
      if (isUntouched) {
        follow(draft);
        return true;
      }
      isHeld = true;
      tell({ kind: "conflict" });
      return false;
    },
    insist(fields) {
      insists = true;
      isHeld = false;
      keep(fields);
    },
    follow,
    stop() {
      isStopped = true;
      waiting = null;
      clearTimeout(timer);
      forget();
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pending: () => waiting ?? underway,
    id: () => known?.id ?? null,
  };
}
