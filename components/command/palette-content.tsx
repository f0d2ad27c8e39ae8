"use client";

import { useRouter } from "next/navigation";
import { commands, shortcuts, type Command as CommandName, type ShortcutGroup } from "#lib/shortcuts";
import { useStrings } from "../language/use-strings.ts";
import { Command, CommandGroup, CommandItem, useCommandText } from "../ui/command.tsx";
import { themes, useTheme } from "../ui/use-theme.ts";
import { PaletteSettings } from "./palette-settings.tsx";
import { useKeyLabel, useShortcutRegistry } from "./shortcuts.tsx";

const groups: ShortcutGroup[] = ["conversation", "write", "go", "move", "app"];

export type PaletteContentProps = {
  initialText: string;
  /** Closes the palette, then does what was chosen. */
  onChoose: (run: () => void) => void;
};

/** What the palette finds; loaded after the page, before it is asked for. */
export function PaletteContent({ initialText, onChoose }: PaletteContentProps) {
  const strings = useStrings();
  const words = strings.command;
  const registry = useShortcutRegistry();
  const keyOf = useKeyLabel();
  const router = useRouter();
  const [, setTheme] = useTheme();
  const after = (run: () => void) => () => onChoose(run);
  const able = (group: ShortcutGroup) =>
    commands.filter(
      (command) => shortcuts[command].group === group && command !== "app.palette" && registry.has(command),
    );
  return (
    <Command
      label={words.palette}
      placeholder={words.palettePlaceholder}
      emptyText={words.noCommand}
      size="lg"
      initialText={initialText}
    >
      {groups.map((group) => (
        <CommandGroup key={group} title={words.groups[group]}>
          <Offers group={group} after={after} />
          {able(group).map((command: CommandName) => (
            <Item
              key={command}
              label={words.commands[command]}
              keys={keyOf(command)}
              onSelect={after(() => registry.run(command))}
            />
          ))}
          {group === "app" && (
            <>
              <Item label={words.settings} onSelect={after(() => router.push("/settings/accounts"))} />
              {themes.map((theme) => (
                <Item
                  key={theme}
                  label={words.theme(strings.common.theme[theme])}
                  onSelect={after(() => setTheme(theme))}
                />
              ))}
            </>
          )}
        </CommandGroup>
      ))}
      <PaletteSettings onGo={(href) => onChoose(() => router.push(href))} />
    </Command>
  );
}

type OffersProps = { group: ShortcutGroup; after: (run: () => void) => () => void };

/** One of many agents, tags and folders: only once something is typed, or they would bury the commands. */
function Offers({ group, after }: OffersProps) {
  const registry = useShortcutRegistry();
  const isTyping = useCommandText().trim() !== "";
  if (!isTyping) return null;
  return registry
    .offers()
    .filter((offer) => offer.group === group)
    .map(({ id, label, run }) => <Item key={id} id={id} label={label} onSelect={after(run)} />);
}

type ItemProps = { label: string; id?: string; keys?: string; onSelect: () => void };

function Item({ label, id, keys, onSelect }: ItemProps) {
  return (
    // Two may have one name.
    <CommandItem value={id === undefined ? label : `${label} ${id}`} keys={keys} onSelect={onSelect}>
      {label}
    </CommandItem>
  );
}
