import type { MailAddress } from "#lib/contracts/address";
import { normalizeAddress } from "#lib/mail/address";
import type { MailFields } from "./mail-fields.ts";

/** One way to answer: to the sender, or to everybody. */
export type Answer = { kind: "reply" | "reply-all"; to: readonly MailAddress[]; cc: readonly MailAddress[] };

/** Answers the other way; whom the writer has added stays. */
export function switchAnswer(fields: MailFields, answers: readonly Answer[], kind: string): Partial<MailFields> {
  const answer = answers.find((each) => each.kind === kind);
  if (!answer) return {};
  const usual = new Set(answers.flatMap(({ to, cc }) => [...to, ...cc]).map(keyOf));
  const added = (people: readonly MailAddress[]) => people.filter((person) => !usual.has(keyOf(person)));
  const bcc = added(fields.bcc);
  return { kind: answer.kind, to: [...answer.to, ...added(fields.to)], cc: [...answer.cc, ...added(fields.cc)], bcc };
}

function keyOf({ address }: MailAddress): string {
  return normalizeAddress(address);
}
