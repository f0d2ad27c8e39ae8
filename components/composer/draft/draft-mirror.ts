/**
 * What is being written and not yet saved, in this browser: a tab that is closed, or a machine that loses its power, costs no word. It is
 * gone once the server has it, and when its writer signs out (`forgetMail`). Each tab keeps its own, under its name; another takes what it
 * has left only when it is gone.
 */
import { mirrorPrefix } from "#lib/query/session";
import type { MailFields } from "../mail-fields.ts";
import { isTabGone, ownTab } from "./tabs.ts";

/** Whose mail it is, and what of: nobody else at this browser may come upon it. */
export type DraftPlace = {
  agentId: number;
  conversationId: number | null;
  kind: MailFields["kind"];
  /** Tells new mails of one tab apart; empty for an answer, of which there is one a kind. */
  token: string;
};

/**
 * @property version the stored one that it was written over; null for what was never stored
 * @property beginKey by which it is begun: it may be stored all the same, unheard of
 */
export type Mirrored = { fields: MailFields; version: number | null; beginKey?: string };

export type DraftMirror = {
  /** This tab's own, else what a closed one has left, which is this mirror's from now on. */
  read: (draftId: number | null) => Mirrored | null;
  write: (draftId: number | null, mirrored: Mirrored) => void;
  clear: (draftId: number | null) => void;
  /** A new mail that a closed tab has left, never stored, or this one under another token. @param isHeld by token, in this tab */
  adopt: (isHeld: (token: string) => boolean) => Mirrored | null;
};

type Tabs = { own: string; isGone: (tab: string) => boolean };

export function draftMirror(
  { agentId, conversationId, kind, token }: DraftPlace,
  tabs: Tabs = { own: ownTab(), isGone: isTabGone },
): DraftMirror {
  const prefix = `${mirrorPrefix}${agentId}.`;
  const unsaved = `${prefix}${conversationId ?? "new"}.${kind}.`;
  const baseOf = (draftId: number | null) => (draftId === null ? unsaved + token : `${prefix}draft.${draftId}`);
  const keyOf = (draftId: number | null) => `${baseOf(draftId)}@${tabs.own}`;
  const write = (key: string, mirrored: Mirrored) => attempt(() => localStorage.setItem(key, JSON.stringify(mirrored)));
  const clear = (key: string) => attempt(() => localStorage.removeItem(key));
  const take = (draftId: number | null, isLeft: (base: string, tab: string) => boolean) => {
    const left = allKeys().find((key) => isLeft(...partsOf(key)));
    const mirrored = left === undefined ? null : readKey(left);
    if (left === undefined || mirrored === null) return null;
    write(keyOf(draftId), mirrored);
    if (left !== keyOf(draftId)) clear(left);
    return mirrored;
  };
  return {
    read: (draftId) =>
      readKey(keyOf(draftId)) ?? take(draftId, (base, tab) => base === baseOf(draftId) && tabs.isGone(tab)),
    write: (draftId, mirrored) => write(keyOf(draftId), mirrored),
    clear: (draftId) => clear(keyOf(draftId)),
    adopt: (isHeld) =>
      take(null, (base, tab) => {
        if (!base.startsWith(unsaved)) return false;
        return tab === tabs.own ? !isHeld(base.slice(unsaved.length)) : tabs.isGone(tab);
      }),
  };
}

/** What it is of, and whose tab's. */
function partsOf(key: string): [base: string, tab: string] {
  const at = key.lastIndexOf("@");
  return at === -1 ? [key, ""] : [key.slice(0, at), key.slice(at + 1)];
}

const allKeys = () => attempt(() => Object.keys(localStorage)) ?? [];

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
