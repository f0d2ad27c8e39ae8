import type { Draft } from "#lib/contracts/draft";
import { ApiError } from "#lib/query/api-error";
import { createDraft, saveDraft } from "#lib/query/drafts";
import type { DraftMirror } from "./draft-mirror.ts";
import { carriedFiles, type MailFields } from "./mail-fields.ts";

export type DraftState =
  | { kind: "untouched" | "saving" | "failed" }
  /** Another window saved it since, or has sent or discarded it: nothing is written until somebody decides. */
  | { kind: "conflict" | "gone" }
  | { kind: "saved"; at: Date };

export type DraftKeeper = {
  keep: (fields: MailFields) => void;
  /** Saves what waits. @returns the draft's id, null when nothing was worth saving */
  flush: () => Promise<number | null>;
  /** The draft as it is stored now, by whomever. */
  hear: (version: number) => void;
  /** After a conflict: this window's words are to stand. */
  insist: (fields: MailFields) => void;
  /** After a conflict: what is stored was taken over. */
  follow: (draft: Draft) => void;
  stop: () => void;
  hasDraft: () => boolean;
  id: () => number | null;
};

type Options = {
  conversationId: number | null;
  stored: Pick<Draft, "id" | "version"> | undefined;
  mirror: DraftMirror;
  onState: (state: DraftState) => void;
};

const restMs = 700;
const retryMs = 2000;
const retryMaxMs = 30_000;

/** Saves one after another, always the newest, never two at once, and tries again for as long as it takes. */
export function createKeeper({ conversationId, stored, mirror, onState }: Options): DraftKeeper {
  let known = stored ? { id: stored.id, version: stored.version } : null;
  let waiting: MailFields | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = Promise.resolve();
  let isSaving = false;
  let isHeld = false;
  let isStopped = false;
  let failures = 0;
  /** After a conflict, over whatever is stored. */
  let insists = false;

  const write = async (fields: MailFields) => {
    const { files: _files, ...rest } = fields;
    const body = { ...rest, conversationId, attachmentIds: carriedFiles(fields).map((file) => file.id) };
    const draft = known
      ? await saveDraft(known.id, insists ? body : { ...body, version: known.version })
      : await createDraft(body);
    known = { id: draft.id, version: draft.version };
    insists = false;
  };
  const handleFailure = (error: unknown, fields: MailFields) => {
    waiting ??= fields;
    const code = error instanceof ApiError ? error.code : "";
    if (code === "stale" || code === "not_found") {
      if (code === "not_found") known = null;
      isHeld = true;
      onState({ kind: code === "stale" ? "conflict" : "gone" });
      return;
    }
    onState({ kind: "failed" });
    clearTimeout(timer);
    timer = setTimeout(() => void saveNext(), Math.min(retryMaxMs, retryMs * 2 ** failures));
    failures += 1;
  };
  const save = async () => {
    const fields = waiting;
    if (!fields || isStopped || isHeld) return;
    waiting = null;
    isSaving = true;
    try {
      await write(fields);
      failures = 0;
      // What was typed meanwhile is still to come.
      if (waiting !== null) return;
      mirror.clear();
      onState({ kind: "saved", at: new Date() });
    } catch (error) {
      handleFailure(error, fields);
    } finally {
      isSaving = false;
    }
  };
  const saveNext = () => (saving = saving.then(save));
  const keep = (fields: MailFields) => {
    waiting = fields;
    mirror.write(fields);
    if (isHeld) return;
    onState({ kind: "saving" });
    clearTimeout(timer);
    timer = setTimeout(() => void saveNext(), restMs);
  };

  return {
    keep,
    async flush() {
      clearTimeout(timer);
      await saveNext();
      return known?.id ?? null;
    },
    hear(version) {
      if (isSaving || isStopped || waiting !== null || !known || version <= known.version) return;
      isHeld = true;
      onState({ kind: "conflict" });
    },
    insist(fields) {
      insists = true;
      isHeld = false;
      keep(fields);
    },
    follow({ id, version }) {
      known = { id, version };
      waiting = null;
      isHeld = false;
      mirror.clear();
      onState({ kind: "saved", at: new Date() });
    },
    stop() {
      isStopped = true;
      mirror.clear();
      clearTimeout(timer);
    },
    hasDraft: () => known !== null || waiting !== null,
    id: () => known?.id ?? null,
  };
}
