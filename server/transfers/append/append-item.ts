import type { TransferItemState } from "#lib/contracts/vocabulary";
import { sourceHeaders } from "#lib/mail/source-headers";
import type { AppendFacts } from "./append-facts.ts";
import { headOf, type MailToAppend } from "./mail-to-append.ts";

/** A mail of a batch, and what is so of it by now. */
export type AppendItem = { mail: MailToAppend; facts: AppendFacts; state: TransferItemState; code: string };

/** @param said by the server */
export function failItem(item: AppendItem, code: string, said = ""): void {
  item.state = "failed";
  item.code = code;
  item.facts = { ...item.facts, subject: subjectOf(item.mail.source), ...(said !== "" && { said }) };
}

function subjectOf(source: Buffer): string {
  const headers = sourceHeaders(headOf(source).toString("utf8"));
  return headers.find((header) => header.name.toLowerCase() === "subject")?.value.slice(0, 300) ?? "";
}
