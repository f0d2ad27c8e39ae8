"use client";

import { Popover as Radix } from "radix-ui";
import type { MailAddress } from "#lib/contracts/address";
import { cn } from "#lib/cn";
import { nameOf } from "../../inbox/list/senders-of.ts";
import { useStrings } from "../../language/use-strings.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { surfaceClasses } from "../../ui/menu-classes.ts";
import { portalTarget } from "../../ui/portal-target.ts";

export type SuggestionListProps = {
  id: string;
  people: readonly MailAddress[];
  activeIndex: number;
  onChoose: (person: MailAddress) => void;
};

/** Belongs in a `Popover.Root` with its anchor; the field keeps the focus (ARIA: combobox with a listbox). */
export function SuggestionList({ id, people, activeIndex, onChoose }: SuggestionListProps) {
  const strings = useStrings();
  return (
    <Radix.Portal container={portalTarget()}>
      <Radix.Content
        align="start"
        sideOffset={4}
        collisionPadding={8}
        role="presentation"
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        className={cn(surfaceClasses, "w-80 max-w-[calc(100vw-2rem)] p-1")}
      >
        {/* A combobox that is typed in has a list of its own (ARIA 1.2 §5.3.1): `select` and `datalist` cannot show a person. */}
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
        <div id={id} role="listbox" aria-label={strings.composer.suggestions}>
          {people.map((person, index) => (
            // The field has the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={person.address}
              id={`${id}-${index}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              aria-selected={index === activeIndex}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(person)}
              className="flex cursor-default items-center gap-2 rounded-sm px-2 py-1.5 hover:bg-hover aria-selected:bg-selected pointer-coarse:py-2.5"
            >
              <Avatar name={nameOf(strings, person)} seed={person.address} size="sm" />
              <span className="min-w-0">
                <bdi className="block truncate text-ink">{nameOf(strings, person)}</bdi>
                {person.name !== "" && <bdi className="block truncate text-xs text-ink-3">{person.address}</bdi>}
              </span>
            </div>
          ))}
        </div>
      </Radix.Content>
    </Radix.Portal>
  );
}
