import type { MailAddress } from "#lib/contracts/address";
import type { Draft } from "#lib/contracts/draft";
import type { DraftKind } from "#lib/contracts/vocabulary";

export type MailFile = { id: number; filename: string; contentType: string; sizeBytes: number };

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
};

export function fieldsOfDraft(draft: Draft): MailFields {
  const { kind, accountId, to, cc, bcc, subject, html, text, attachments } = draft;
  return { kind, accountId, to, cc, bcc, subject, html, text, files: attachments };
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
