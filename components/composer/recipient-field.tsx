"use client";

import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from "react";
import { EmailAddress, type MailAddress } from "#lib/contracts/address";
import { parseAddressList } from "#lib/mail/address";
import { nameOf } from "../inbox/list/senders-of.ts";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Chip } from "../ui/chip.tsx";
import { Tooltip } from "../ui/tooltip.tsx";

export type RecipientFieldProps = {
  label: string;
  value: readonly MailAddress[];
  onChange: (value: MailAddress[]) => void;
  suggestions: readonly MailAddress[];
  /** Whether somebody had no part in the conversation until now. */
  isStranger: (person: MailAddress) => boolean;
  startsFocused?: boolean;
  end?: ReactNode;
};

/** Whom a mail goes to, as chips; what is typed becomes one at a comma, Enter, Tab or when the field is left. */
export function RecipientField(props: RecipientFieldProps) {
  const { label, value, onChange, suggestions, isStranger, startsFocused = false, end } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");

  const add = (text: string) => {
    const known = suggestions.find((person) => optionOf(person) === text.trim());
    const found = known ? [known] : parseAddressList(text);
    const people = found.length > 0 || text.trim() === "" ? found : [{ name: "", address: text.trim() }];
    const taken = new Set(value.map((person) => person.address.toLowerCase()));
    const fresh = people.filter((person) => !taken.has(person.address.toLowerCase()));
    setTyped("");
    if (fresh.length > 0) onChange([...value, ...fresh]);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const ends = event.key === "," || event.key === ";" || (event.key === "Enter" && !event.metaKey && !event.ctrlKey);
    if (ends || (event.key === "Tab" && typed.trim() !== "")) {
      if (ends) event.preventDefault();
      add(typed);
    }
    if (event.key === "Backspace" && typed === "") onChange(value.slice(0, -1));
  };
  const handlePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text").replace(/[\n\t]+/g, ", ");
    if (!/[,;]|@.*@/.test(text)) return;
    event.preventDefault();
    add(text);
  };
  const handleTyped = (text: string) => {
    if (suggestions.some((person) => optionOf(person) === text)) add(text);
    else setTyped(text);
  };

  return (
    <div className="flex items-start gap-2 border-b border-line px-3 py-1.5 text-ink-3">
      <label htmlFor={id} className="shrink-0 leading-6">
        {label}
      </label>
      <div className="flex max-h-24 min-w-0 grow flex-wrap gap-1 overflow-y-auto">
        {value.map((person) => (
          <RecipientChip
            key={person.address}
            person={person}
            isStranger={isStranger(person)}
            onRemove={() => {
              onChange(value.filter((other) => other !== person));
              input.current?.focus();
            }}
          />
        ))}
        <input
          ref={input}
          id={id}
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          list={`${id}-people`}
          value={typed}
          // The field that a new mail begins with.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={startsFocused}
          onChange={(event) => handleTyped(event.target.value)}
          onKeyDown={handleKeyDown}
          onPaste={handlePaste}
          onBlur={() => add(typed)}
          className="h-6 min-w-12 grow basis-12 bg-transparent text-sm text-ink outline-none [&::-webkit-calendar-picker-indicator]:hidden!"
        />
        <datalist id={`${id}-people`}>
          {suggestions.map((person) => (
            <option key={person.address} value={optionOf(person)} aria-label={optionOf(person)} />
          ))}
        </datalist>
      </div>
      {end}
    </div>
  );
}

type RecipientChipProps = { person: MailAddress; isStranger: boolean; onRemove: () => void };

function RecipientChip({ person, isStranger, onRemove }: RecipientChipProps) {
  const strings = useStrings();
  const words = strings.composer;
  const name = nameOf(strings, person);
  const isValid = EmailAddress.safeParse(person.address).success;
  const about = isValid
    ? isStranger
      ? `${person.address} · ${words.external}`
      : person.address
    : words.invalidAddress(person.address);
  return (
    <Tooltip label={about}>
      <span className="inline-flex max-w-full min-w-0">
        <Chip
          size="md"
          tone={isValid ? (isStranger ? "warn" : "default") : "bad"}
          start={<Avatar name={name} seed={person.address} size="xs" />}
          onRemove={onRemove}
          removeLabel={words.removeRecipient(name)}
        >
          <bdi>{name}</bdi>
          <span className="sr-only">, {about}</span>
        </Chip>
      </span>
    </Tooltip>
  );
}

function optionOf({ name, address }: MailAddress): string {
  return name === "" ? address : `${name} <${address}>`;
}
