"use client";

import { useState } from "react";
import type { MailAddress } from "#lib/contracts/address";
import { useStrings } from "../language/use-strings.ts";
import type { MailFields } from "./mail-fields.ts";
import { RecipientField } from "./recipient-field.tsx";
import { usePeople } from "./use-people.ts";

export type RecipientsProps = {
  fields: MailFields;
  /** Who has part in the conversation; null for a new mail, where everybody is new. */
  participants: readonly MailAddress[] | null;
  /** Who an answer to all would reach. */
  expected: readonly MailAddress[];
  onChange: (patch: Partial<MailFields>) => void;
};

/** To, Cc and Bcc, with a word about who is new and who is missing. */
export function Recipients({ fields, participants, expected, onChange }: RecipientsProps) {
  const words = useStrings().composer;
  const people = usePeople();
  const [showsCc, setShowsCc] = useState(false);
  const [showsBcc, setShowsBcc] = useState(false);
  const hasCc = showsCc || fields.cc.length > 0;
  const hasBcc = showsBcc || fields.bcc.length > 0;
  const known = new Set(participants?.map(keyOf));
  const isStranger = (person: MailAddress) =>
    participants !== null && fields.kind !== "forward" && !known.has(keyOf(person));
  const named = new Set([...fields.to, ...fields.cc, ...fields.bcc].map(keyOf));
  const dropped = fields.kind === "reply-all" ? expected.filter((person) => !named.has(keyOf(person))) : [];
  const common = { suggestions: people.filter((person) => !named.has(keyOf(person))), isStranger };
  return (
    <>
      <RecipientField
        {...common}
        label={words.to}
        value={fields.to}
        onChange={(to) => onChange({ to })}
        startsFocused={fields.kind === "new" || fields.kind === "forward"}
        end={
          <span className="flex shrink-0">
            {!hasCc && <MoreButton label={words.showCc} onClick={() => setShowsCc(true)} />}
            {!hasBcc && <MoreButton label={words.showBcc} onClick={() => setShowsBcc(true)} />}
          </span>
        }
      />
      {hasCc && <RecipientField {...common} label={words.cc} value={fields.cc} onChange={(cc) => onChange({ cc })} />}
      {hasBcc && (
        <RecipientField {...common} label={words.bcc} value={fields.bcc} onChange={(bcc) => onChange({ bcc })} />
      )}
      {dropped.length > 0 && (
        <p className="flex items-center gap-2 border-b border-line bg-warn-soft px-3 py-1.5 text-xs text-ink-2">
          {words.dropped(dropped.map((person) => person.name || person.address).join(", "))}
          <button
            type="button"
            className="shrink-0 rounded-sm font-strong text-accent hover:underline"
            onClick={() => onChange({ cc: [...fields.cc, ...dropped] })}
          >
            {words.putBack}
          </button>
        </p>
      )}
    </>
  );
}

function MoreButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" onClick={onClick} className="rounded-sm px-1 leading-6 hover:text-ink">
      {label}
    </button>
  );
}

function keyOf(person: MailAddress): string {
  return person.address.toLowerCase();
}
