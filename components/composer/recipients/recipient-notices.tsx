"use client";

import type { MailAddress } from "#lib/contracts/address";
import { useStrings } from "../../language/use-strings.ts";
import type { MailFields } from "../mail-fields.ts";
import { isExternal, isNoReply } from "./judge-recipient.ts";
import type { RecipientsProps } from "./recipients.tsx";

export type RecipientNoticesProps = Omit<RecipientsProps, "startsFocused"> & {
  named: ReadonlySet<string>;
  ownAddresses: readonly string[];
};

type Notice = { key: string; text: string; action?: { label: string; run: () => void } };

/** What a writer would be sorry not to have seen, a line each. */
export function RecipientNotices(props: RecipientNoticesProps) {
  const notices = useNotices(props);
  return (
    <div aria-live="polite" className="shrink-0">
      {notices.map(({ key, text, action }) => (
        <p
          key={key}
          className="flex items-center gap-2 border-b border-line bg-warn-soft px-3 py-1.5 text-xs text-ink-2"
        >
          <span className="min-w-0">{text}</span>
          {action && (
            <button
              type="button"
              className="ml-auto shrink-0 rounded-sm font-strong text-accent hover:underline"
              onClick={action.run}
            >
              {action.label}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}

function useNotices(props: RecipientNoticesProps): Notice[] {
  const words = useStrings().composer;
  const { fields, named, participants, expected, answered, ownAddresses, onChange } = props;
  const everyone = [...fields.to, ...fields.cc, ...fields.bcc];
  const namesOf = (people: readonly MailAddress[]) => people.map((person) => person.name || person.address).join(", ");
  const dropped = fields.kind === "reply-all" ? expected.filter((person) => !named.has(keyOf(person))) : [];
  const deaf = everyone.filter(isNoReply);
  const outside = everyone.filter((person) => isExternal(person, ownAddresses));
  const wasInside = participants !== null && participants.every((person) => !isExternal(person, ownAddresses));
  const diverted = divertedTo(fields, named, answered);
  return [
    ...(dropped.length > 0
      ? [{ key: "dropped", text: words.dropped(namesOf(dropped)), action: { label: words.putBack, run: () => onChange({ cc: [...fields.cc, ...dropped] }) } }]
      : []),
    ...(diverted && answered
      ? [{ key: "diverted", text: words.replyToDiffers(diverted.address, answered.from.address), action: { label: words.answerSender, run: () => onChange({ to: [answered.from] }) } }]
      : []),
    ...(deaf.length > 0 ? [{ key: "deaf", text: words.noReply(deaf.map(({ address }) => address).join(", ")) }] : []),
    // Customers are always from outside: it is news only where everybody was from within.
    ...(wasInside && outside.length > 0 ? [{ key: "outside", text: words.leavesTeam(namesOf(outside)) }] : []),
  ];
} // prettier-ignore

/** Whom Reply-To names in place of who wrote, if the answer goes there. */
function divertedTo(fields: MailFields, named: ReadonlySet<string>, answered: RecipientNoticesProps["answered"]) {
  if (!answered || answered.direction === "out" || !fields.kind.startsWith("reply")) return undefined;
  if (named.has(keyOf(answered.from))) return undefined;
  return answered.replyTo.find((person) => keyOf(person) !== keyOf(answered.from) && named.has(keyOf(person)));
}

function keyOf(person: MailAddress): string {
  return person.address.toLowerCase();
}
