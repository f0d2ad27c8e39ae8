"use client";

import { useQuery } from "@tanstack/react-query";
import type { DragEvent, KeyboardEvent, Ref } from "react";
import type { MailAddress } from "#lib/contracts/address";
import { contactOptions } from "#lib/query/contacts";
import { nameOf } from "../../inbox/list/senders-of.ts";
import { useStrings } from "../../language/use-strings.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { isValidAddress } from "./judge-recipient.ts";

/** What a dragged recipient is on the clipboard of the drag. */
export const recipientType = "application/x-postroom-recipient";

export type RecipientChipProps = {
  ref: Ref<HTMLButtonElement>;
  person: MailAddress;
  isStranger: boolean;
  isExternal: boolean;
  /** The other fields, by their names. */
  moves: readonly { label: string; onMove: () => void }[];
  onEdit: () => void;
  onRemove: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onDragStart: () => void;
};

/** One who gets the mail: its name opens what can be done with it, and it can be dragged to another field. */
export function RecipientChip(props: RecipientChipProps) {
  const { ref, person, isStranger, moves, onEdit, onRemove, onKeyDown, onDragStart } = props;
  const strings = useStrings();
  const words = strings.composer;
  const name = nameOf(strings, person);
  const isValid = isValidAddress(person);
  const { data: contact } = useQuery({ ...contactOptions(person.address), enabled: isValid });
  const facts = [
    person.address,
    ...(isStranger ? [words.stranger] : []),
    ...(props.isExternal ? [words.external] : []),
    ...(contact?.mailCount === 0 ? [words.firstTime] : []),
  ];
  const about = isValid ? facts.join(" · ") : words.invalidAddress(person.address);
  const handleDragStart = (event: DragEvent) => {
    event.dataTransfer.setData(recipientType, JSON.stringify(person));
    event.dataTransfer.effectAllowed = "move";
    onDragStart();
  };
  return (
    <span className="inline-flex max-w-full min-w-0" draggable onDragStart={handleDragStart}>
      <Chip
        size="md"
        tone={isValid ? (isStranger ? "warn" : "default") : "bad"}
        start={<Avatar name={name} seed={person.address} size="xs" />}
        onRemove={onRemove}
        removeLabel={words.removeRecipient(name)}
      >
        <Menu
          trigger={
            <button
              ref={ref}
              type="button"
              aria-label={`${words.recipientMenu(name)}, ${about}`}
              onKeyDown={onKeyDown}
              onDoubleClick={onEdit}
              className="max-w-full truncate rounded-sm focus-visible:outline-2 focus-visible:outline-accent"
            >
              <Tooltip label={about}>
                <bdi>{name}</bdi>
              </Tooltip>
            </button>
          }
        >
          <MenuItem onSelect={onEdit}>{words.editRecipient}</MenuItem>
          {moves.map(({ label, onMove }) => (
            <MenuItem key={label} onSelect={onMove}>
              {words.moveTo(label)}
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem isDanger onSelect={onRemove}>
            {words.take}
          </MenuItem>
        </Menu>
      </Chip>
    </span>
  );
}
