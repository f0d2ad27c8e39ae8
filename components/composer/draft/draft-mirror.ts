/**
 * What is being written and not yet saved, in this browser: a tab that is closed, or a machine that loses its power, costs no word. It is
 * gone once the server has it, and when its writer signs out (`forgetMail`).
 */
import { mirrorPrefix } from "#lib/query/session";
import type { MailFields } from "./mail-fields.ts";

type Mirrored = { fields: MailFields; at: string };

export type DraftMirror = {
  /** What was left unsaved, unless something newer than it was saved since. */
  read: (savedAt: string | undefined) => MailFields | null;
  write: (fields: MailFields) => void;
  clear: () => void;
};

export function draftMirror(conversationId: number | null, kind: MailFields["kind"]): DraftMirror {
  const key = `${mirrorPrefix}${conversationId ?? "new"}.${kind}`;
  return {
    read(savedAt) {
      const mirrored = attempt(() => JSON.parse(localStorage.getItem(key) ?? "null") as Mirrored | null);
      if (!mirrored || (savedAt !== undefined && savedAt > mirrored.at)) return null;
      return mirrored.fields;
    },
    write(fields) {
      attempt(() => localStorage.setItem(key, JSON.stringify({ fields, at: new Date().toISOString() })));
    },
    clear() {
      attempt(() => localStorage.removeItem(key));
    },
  };
}

/** A browser that keeps nothing, or has no room left, still writes mail. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
