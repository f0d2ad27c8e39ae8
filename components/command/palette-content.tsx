"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { commands, shortcuts, type Command as CommandName, type ShortcutGroup } from "#lib/shortcuts";
import { useStrings } from "../language/use-strings.ts";
import { Kbd } from "../ui/kbd.tsx";
import { itemClasses } from "../ui/menu-classes.ts";
import { themes, useTheme } from "../ui/use-theme.ts";
import { useKeyLabel, useShortcutRegistry } from "./shortcuts.tsx";

const groups: ShortcutGroup[] = ["conversation", "write", "go", "move", "app"];

/** What the palette finds; loaded after the page, before it is asked for. */
export function PaletteContent({ onDone }: { onDone: () => void }) {
  const strings = useStrings();
  const words = strings.command;
  const registry = useShortcutRegistry();
  const keyOf = useKeyLabel();
  const router = useRouter();
  const [, setTheme] = useTheme();
  const after = (run: () => void) => () => {
    onDone();
    // Once the dialog has given the focus back, so that what the command opens keeps it.
    setTimeout(run, 0);
  };
  const able = (group: ShortcutGroup) =>
    commands.filter(
      (command) => shortcuts[command].group === group && command !== "app.palette" && registry.has(command),
    );
  return (
    <Command label={words.palette} loop>
      <Command.Input
        placeholder={words.palettePlaceholder}
        className="h-12 w-full border-b border-line bg-transparent px-4 text-base outline-none"
      />
      <Command.List className="max-h-[50dvh] overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-6 text-center text-ink-3">{words.noCommand}</Command.Empty>
        {groups.map((group) => (
          <Group key={group} title={words.groups[group]}>
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
                <Item
                  label={strings.settings.pages["sync-health"]}
                  onSelect={after(() => router.push("/settings/sync-health"))}
                />
                {themes.map((theme) => (
                  <Item
                    key={theme}
                    label={words.theme(strings.common.theme[theme])}
                    onSelect={after(() => setTheme(theme))}
                  />
                ))}
              </>
            )}
          </Group>
        ))}
      </Command.List>
    </Command>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Command.Group
      heading={title}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  );
}

type ItemProps = { label: string; keys?: string; onSelect: () => void };

function Item({ label, keys, onSelect }: ItemProps) {
  return (
    <Command.Item
      value={label}
      onSelect={onSelect}
      className={`${itemClasses} data-[selected=true]:bg-selected data-[selected=true]:text-ink`}
    >
      <span className="grow">{label}</span>
      {keys !== undefined && <Kbd>{keys}</Kbd>}
    </Command.Item>
  );
}
