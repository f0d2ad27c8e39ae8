"use client";

import { useState } from "react";
import { commands, shortcuts, type ShortcutGroup } from "#lib/shortcuts";
import { useStrings } from "../language/use-strings.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { useKeyLabel, useShortcut } from "./shortcuts.tsx";

const groups: ShortcutGroup[] = ["move", "conversation", "write", "go", "app"];

/** All keys at a glance. */
export function ShortcutSheet() {
  const words = useStrings().command;
  const [isOpen, setIsOpen] = useState(false);
  const keyOf = useKeyLabel();
  useShortcut("app.shortcuts", () => setIsOpen(true));
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen} title={words.sheetTitle} className="max-w-3xl" isText>
      <div className="gap-8 pair:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-xs text-ink-3">{words.groups[group]}</h3>
            <dl>
              {commands
                .filter((command) => shortcuts[command].group === group)
                .map((command) => (
                  <div key={command} className="flex items-baseline gap-3 py-[3px]">
                    <dt className="min-w-0 grow truncate">{words.commands[command]}</dt>
                    <dd>
                      <Kbd>{keyOf(command)}</Kbd>
                      <span className="sr-only">{keyOf(command)}</span>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
