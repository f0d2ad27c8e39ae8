import type { Draft } from "#lib/contracts/draft";
import { draftBody, fieldsOfDraft, type MailFields } from "../mail-fields.ts";
import type { Mirrored } from "./draft-mirror.ts";

export type Resumed = {
  fields: MailFields;
  /** A closed tab has left it, and nothing stands in the way of saving it. */
  isUnsaved: boolean;
  /** What is stored has gone another way since, so its writer decides. */
  held: "conflict" | "gone" | null;
};

/** What a composer begins with, from what is stored and what a closed tab has left unsaved in this browser: neither is ever lost to the other. */
export function resumeDraft(left: Mirrored | null, stored: Draft | undefined, start: MailFields): Resumed {
  const asStored = { fields: stored ? fieldsOfDraft(stored, start.isPlain) : start, isUnsaved: false, held: null };
  if (!left) return asStored;
  const { fields, version } = left;
  if (!stored) return { fields, isUnsaved: version === null, held: version === null ? null : "gone" };
  // Saved after all: the tab was closed before it heard of it.
  if (saysSame(fields, asStored.fields)) return asStored;
  const isNewer = version === stored.version;
  return { fields, isUnsaved: isNewer, held: isNewer ? null : "conflict" };
}

function saysSame(one: MailFields, other: MailFields): boolean {
  // Beside HTML, the text is only what that says.
  const said = (fields: MailFields) =>
    JSON.stringify({ ...draftBody(fields), text: fields.isPlain ? fields.text : "" });
  return said(one) === said(other);
}
