"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { MailAddress } from "#lib/contracts/address";
import type { Message } from "#lib/contracts/message";
import { accountsOptions } from "#lib/query/accounts";
import { useStrings } from "../../language/use-strings.ts";
import type { MailFields } from "../mail-fields.ts";
import { isExternal } from "./judge-recipient.ts";
import { RecipientField } from "./recipient-field.tsx";
import { RecipientNotices } from "./recipient-notices.tsx";

export type RecipientsProps = {
  fields: MailFields;
  /** Who has part in the conversation; null for a new mail, where everybody is new. */
  participants: readonly MailAddress[] | null;
  /** Who an answer to all would reach. */
  expected: readonly MailAddress[];
  /** The mail that is answered; null for a new one. */
  answered: Pick<Message, "from" | "replyTo" | "direction"> | null;
  /** The field of those it goes to has the focus. */
  startsFocused: boolean;
  onChange: (patch: Partial<MailFields>) => void;
};

type Line = "to" | "cc" | "bcc";
const lines: readonly Line[] = ["to", "cc", "bcc"];

/** To, Cc and Bcc, with a word about who is new and who is missing. */
export function Recipients({ fields, participants, expected, answered, startsFocused, onChange }: RecipientsProps) {
  const words = useStrings().composer;
  const { data: accounts = [] } = useQuery(accountsOptions());
  const [shown, setShown] = useState<ReadonlySet<Line>>(new Set(["to"]));
  const { to, cc, bcc } = fields;
  const named = useMemo(() => new Set([...to, ...cc, ...bcc].map(keyOf)), [to, cc, bcc]);
  const known = useMemo(() => new Set(participants?.map(keyOf)), [participants]);
  const ownAddresses = accounts.map((account) => account.emailAddress);
  const move = (person: MailAddress, target: Line) => {
    const without = (list: MailAddress[]) => list.filter((other) => keyOf(other) !== keyOf(person));
    const patch = { to: without(to), cc: without(cc), bcc: without(bcc) };
    onChange({ ...patch, [target]: [...patch[target], person] });
    setShown((now) => new Set([...now, target]));
  };
  const isShown = (line: Line) => shown.has(line) || fields[line].length > 0;
  const common = {
    named,
    isStranger: (person: MailAddress) =>
      participants !== null && fields.kind !== "forward" && !known.has(keyOf(person)),
    isExternal: (person: MailAddress) => isExternal(person, ownAddresses),
    // Where it might be let go has to be there.
    onDragStart: () => setShown(new Set(lines)),
  };
  return (
    <>
      {lines.filter(isShown).map((line) => (
        <RecipientField
          {...common}
          key={line}
          label={words[line]}
          value={fields[line]}
          onChange={(value) => onChange({ [line]: value })}
          moves={lines
            .filter((other) => other !== line)
            .map((other) => ({ label: words[other], onMove: (person: MailAddress) => move(person, other) }))}
          onReceive={(person) => move(person, line)}
          startsFocused={line === "to" && startsFocused}
          end={
            line === "to" && (
              <span className="flex shrink-0">
                {lines
                  .filter((other) => !isShown(other))
                  .map((other) => (
                    <MoreButton
                      key={other}
                      label={words[other]}
                      onClick={() => setShown((now) => new Set([...now, other]))}
                    />
                  ))}
              </span>
            )
          }
        />
      ))}
      <RecipientNotices
        fields={fields}
        named={named}
        participants={participants}
        expected={expected}
        answered={answered}
        ownAddresses={ownAddresses}
        onChange={onChange}
      />
    </>
  );
}

function MoreButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" onClick={onClick} className="rounded-sm px-1 leading-6 hover:text-ink pointer-coarse:px-2">
      {label}
    </button>
  );
}

function keyOf(person: MailAddress): string {
  return person.address.toLowerCase();
}
