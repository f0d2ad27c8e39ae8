import type { MailAddress } from "#lib/contracts/address";
import type { Draft } from "#lib/contracts/draft";
import type { DraftKind, QuoteKind } from "#lib/contracts/vocabulary";

/** `contentId`: by which the text shows it; empty for a file that is attached. */
export type MailFile = { id: number; filename: string; contentType: string; sizeBytes: number; contentId: string };

/** A mail as it is being written. */
export type MailFields = {
  kind: DraftKind;
  accountId: number | null;
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  subject: string;
  /** It has no looks: `html` is empty, `text` is what is written. */
  isPlain: boolean;
  html: string;
  text: string;
  files: MailFile[];
  answeredMessageId: number | null;
  quote: QuoteKind;
};

/** @param emptyIsPlain how one is written in which nothing is written yet */
export function fieldsOfDraft(draft: Draft, emptyIsPlain = false): MailFields {
  const { kind, accountId, to, cc, bcc, subject, html, text, attachments, answeredMessageId, quote } = draft;
  const isPlain = html === "" && (text !== "" || emptyIsPlain);
  return { kind, accountId, to, cc, bcc, subject, isPlain, html, text, files: attachments, answeredMessageId, quote };
}

/** What goes with the mail: an image that was taken out of the text again does not, but waits here for its undoing. */
export function carriedFiles({ files, isPlain, html, quote }: MailFields): MailFile[] {
  if (isPlain) return files;
  return files.filter(({ contentId }) => contentId === "" || quote === "forward" || html.includes(`cid:${contentId}`));
}

/** As it is stored, but for the conversation. */
export function draftBody(fields: MailFields) {
  const { files: _files, isPlain: _isPlain, ...rest } = fields;
  return { ...rest, attachmentIds: carriedFiles(fields).map((file) => file.id) };
}

/** Whether a person has written anything that would be missed. */
export function isWorthKeeping(fields: MailFields, start: MailFields): boolean {
  const plain = (html: string) => html.replace(/<[^>]*>|&nbsp;|\s/g, "");
  return (
    plain(fields.html) !== plain(start.html) ||
    (fields.isPlain && fields.text.trim() !== start.text.trim()) ||
    fields.subject !== start.subject ||
    fields.files.length !== start.files.length ||
    JSON.stringify([fields.to, fields.cc, fields.bcc]) !== JSON.stringify([start.to, start.cc, start.bcc])
  );
}
