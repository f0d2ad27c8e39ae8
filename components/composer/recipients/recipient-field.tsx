"use client";

import { Popover } from "radix-ui";
import {
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import type { MailAddress } from "#lib/contracts/address";
import { parseAddressList } from "#lib/mail/address";
import { useStrings } from "../../language/use-strings.ts";
import { readRecipient } from "./read-recipient.ts";
import { RecipientChip, recipientType } from "./recipient-chip.tsx";
import { SuggestionList } from "./suggestion-list.tsx";
import { usePeople } from "./use-people.ts";

export type RecipientFieldProps = {
  label: string;
  value: readonly MailAddress[];
  onChange: (value: MailAddress[]) => void;
  /** Lower-cased addresses of everybody who gets the mail. */
  named: ReadonlySet<string>;
  /** Whether somebody had no part in the conversation until now. */
  isStranger: (person: MailAddress) => boolean;
  isExternal: (person: MailAddress) => boolean;
  moves: readonly { label: string; onMove: (person: MailAddress) => void }[];
  /** Somebody was dragged here, from wherever. */
  onReceive: (person: MailAddress) => void;
  onDragStart: () => void;
  startsFocused?: boolean;
  end?: ReactNode;
};

/** Whom a mail goes to, as chips; what is typed becomes one at a comma, Enter, Tab or when the field is left. */
export function RecipientField(props: RecipientFieldProps) {
  const { label, value, onChange, startsFocused = false, end } = props;
  const words = useStrings().composer;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const chips = useRef<(HTMLButtonElement | null)[]>([]);
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const [isShut, setIsShut] = useState(false);
  const people = usePeople(typed, props.named);
  const isOpen = people.length > 0 && !isShut && typed.trim() !== "";
  const activeIndex = Math.min(active, people.length - 1);

  const addPeople = (list: readonly MailAddress[]) => {
    const taken = new Set(value.map((person) => person.address.toLowerCase()));
    const fresh = list.filter(({ address }) => !taken.has(address.toLowerCase()) && taken.add(address.toLowerCase()));
    setTyped("");
    setActive(0);
    if (fresh.length > 0) onChange([...value, ...fresh]);
  };
  const add = (text: string) => {
    const found = parseAddressList(text);
    addPeople(found.length > 0 || text.trim() === "" ? found : [{ name: "", address: text.trim() }]);
  };
  const remove = (person: MailAddress) => {
    onChange(value.filter((other) => other !== person));
    input.current?.focus();
  };
  const edit = (person: MailAddress) => {
    remove(person);
    setTyped(person.name === "" ? person.address : `${person.name} <${person.address}>`);
    setIsShut(true);
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Its Enter takes a word of an input method.
    if (event.nativeEvent.isComposing) return;
    const chosen = isOpen ? people[activeIndex] : undefined;
    const isEnter = event.key === "Enter" && !event.metaKey && !event.ctrlKey;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && people.length > 0) {
      event.preventDefault();
      setIsShut(false);
      setActive((activeIndex + step + people.length) % people.length);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setIsShut(true);
    } else if (chosen && (isEnter || (event.key === "Tab" && !event.shiftKey))) {
      event.preventDefault();
      addPeople([chosen]);
    } else if (isEnter || event.key === "," || event.key === ";") {
      event.preventDefault();
      add(typed);
    } else if (event.key === "Enter") {
      // It sends, and whoever stands here half as a chip is meant as well.
      add(typed);
    } else if (typed === "" && event.key === "Backspace") onChange(value.slice(0, -1));
    else if (event.key === "ArrowLeft" && input.current?.selectionStart === 0) chips.current[value.length - 1]?.focus();
  };
  const handleChipKey = (event: KeyboardEvent, person: MailAddress, index: number) => {
    const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (step !== 0) {
      event.preventDefault();
      (chips.current.slice(0, value.length)[index + step] ?? (step > 0 ? input.current : null))?.focus();
    }
    if (event.key === "Backspace" || event.key === "Delete") {
      event.preventDefault();
      remove(person);
    }
    if (event.key === "F2") edit(person);
  };
  const handlePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text").replace(/[\n\t]+/g, ", ");
    if (!/[,;]|@.*@/.test(text)) return;
    event.preventDefault();
    add(text);
  };
  const handleDrop = (event: DragEvent) => {
    const person = readRecipient(event.dataTransfer.getData(recipientType));
    if (!person) return;
    event.preventDefault();
    props.onReceive(person);
  };

  return (
    <Popover.Root open={isOpen}>
      <Popover.Anchor asChild>
        {/* Somebody dragged is let go on it; the menu of each does the same. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/no-noninteractive-element-interactions */}
        <div
          onDragOver={(event) => event.dataTransfer.types.includes(recipientType) && event.preventDefault()}
          onDrop={handleDrop}
          className="flex shrink-0 items-start gap-2 border-b border-line px-3 py-1.5 text-ink-3"
        >
          <label htmlFor={id} className="shrink-0 leading-6">
            {label}
          </label>
          <div className="flex max-h-27 min-w-0 grow flex-wrap gap-1 overflow-y-auto">
            {value.map((person, index) => (
              <RecipientChip
                key={person.address}
                ref={(chip) => {
                  chips.current[index] = chip;
                }}
                person={person}
                isStranger={props.isStranger(person)}
                isExternal={props.isExternal(person)}
                moves={props.moves.map((move) => ({ label: move.label, onMove: () => move.onMove(person) }))}
                onEdit={() => edit(person)}
                onRemove={() => remove(person)}
                onKeyDown={(event) => handleChipKey(event, person, index)}
                onDragStart={props.onDragStart}
              />
            ))}
            <input
              ref={input}
              id={id}
              type="text"
              inputMode="email"
              autoComplete="off"
              spellCheck={false}
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={isOpen}
              aria-controls={isOpen ? `${id}-people` : undefined}
              aria-activedescendant={isOpen ? `${id}-people-${activeIndex}` : undefined}
              value={typed}
              // The field that a new mail begins with.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={startsFocused}
              onChange={(event) => {
                setTyped(event.target.value);
                setActive(0);
                setIsShut(false);
              }}
              onKeyDown={handleKeyDown}
              onPaste={handlePaste}
              onBlur={() => add(typed)}
              className="h-6 min-w-12 grow basis-12 bg-transparent text-sm text-ink outline-none"
            />
            <output className="sr-only">{isOpen ? words.suggestionCount(people.length) : ""}</output>
          </div>
          {end}
        </div>
      </Popover.Anchor>
      <SuggestionList
        id={`${id}-people`}
        people={people}
        activeIndex={activeIndex}
        onChoose={(person) => {
          addPeople([person]);
          input.current?.focus();
        }}
      />
    </Popover.Root>
  );
}
