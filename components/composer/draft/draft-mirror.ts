/**
 * What is being written and not yet saved, in this browser: a tab that is closed, or a machine that loses its power, costs no word. It is
 * gone once the server has it, and when its writer signs out (`forgetMail`).
 */
import { mirrorPrefix } from "#lib/query/session";
import type { MailFields } from "../mail-fields.ts";

/** Whose mail it is, and what of: nobody else at this browser may come upon it. */
export type DraftPlace = {
  agentId: number;
  conversationId: number | null;
  kind: MailFields["kind"];
  /** Tells new mails of one tab apart; empty for an answer, of which there is one a kind. */
  token: string;
};

/** @property version the stored one that it was written over; null for what was never stored */
export type Mirrored = { fields: MailFields; version: number | null };

export type DraftMirror = {
  read: (draftId: number | null) => Mirrored | null;
  write: (draftId: number | null, mirrored: Mirrored) => void;
  clear: (draftId: number | null) => void;
  /** A new mail that a closed tab has left, never stored: it is this mirror's own from now on. @param isHeld by token */
  adopt: (isHeld: (token: string) => boolean) => Mirrored | null;
};

export function draftMirror({ agentId, conversationId, kind, token }: DraftPlace): DraftMirror {
  const own = `${mirrorPrefix}${agentId}.`;
  const unsaved = `${own}${conversationId ?? "new"}.${kind}.`;
  const keyOf = (draftId: number | null) => (draftId === null ? unsaved + token : `${own}draft.${draftId}`);
  const write = (key: string, mirrored: Mirrored) => attempt(() => localStorage.setItem(key, JSON.stringify(mirrored)));
  const clear = (key: string) => attempt(() => localStorage.removeItem(key));
  return {
    read: (draftId) => readKey(keyOf(draftId)),
    write: (draftId, mirrored) => write(keyOf(draftId), mirrored),
    clear: (draftId) => clear(keyOf(draftId)),
    adopt(isHeld) {
      const keys = attempt(() => Object.keys(localStorage)) ?? [];
      const left = keys.find((key) => key.startsWith(unsaved) && !isHeld(key.slice(unsaved.length)));
      if (left === undefined) return null;
      const mirrored = readKey(left);
      if (mirrored) write(keyOf(null), mirrored);
      clear(left);
      return mirrored;
    },
  };
}

function readKey(key: string): Mirrored | null {
  return attempt(() => JSON.parse(localStorage.getItem(key) ?? "null") as Mirrored | null);
}

/** A browser that keeps nothing, or has no room left, still writes mail. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
