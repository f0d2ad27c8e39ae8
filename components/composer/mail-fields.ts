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
  html: string;
  text: string;
  files: MailFile[];
  answeredMessageId: number | null;
  quote: QuoteKind;
};

export function fieldsOfDraft(draft: Draft): MailFields {
  const { kind, accountId, to, cc, bcc, subject, html, text, attachments, answeredMessageId, quote } = draft;
  return { kind, accountId, to, cc, bcc, subject, html, text, files: attachments, answeredMessageId, quote };
}

/** What goes with the mail: an image that was taken out of the text again does not, but waits here for its undoing. */
export function carriedFiles({ files, html, quote }: MailFields): MailFile[] {
  return files.filter(({ contentId }) => contentId === "" || quote === "forward" || html.includes(`cid:${contentId}`));
}

/** As it is stored, but for the conversation. */
export function draftBody(fields: MailFields) {
  const { files: _files, ...rest } = fields;
  return { ...rest, attachmentIds: carriedFiles(fields).map((file) => file.id) };
}

/** Whether a person has written anything that would be missed. */
export function isWorthKeeping(fields: MailFields, start: MailFields): boolean {
  const plain = (html: string) => html.replace(/<[^>]*>|&nbsp;|\s/g, "");
  return (
    plain(fields.html) !== plain(start.html) ||
    fields.subject !== start.subject ||
    fields.files.length !== start.files.length ||
    JSON.stringify([fields.to, fields.cc, fields.bcc]) !== JSON.stringify([start.to, start.cc, start.bcc])
  );
}
