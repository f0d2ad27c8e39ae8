"use client";

import { createContext, use, useEffect, useEffectEvent, useState, useSyncExternalStore, type ReactNode } from "react";
import { keyLabel, type Command } from "#lib/shortcuts";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { replayKeys } from "./replay-keys.ts";
import { createShortcutRegistry, type ShortcutRegistry } from "./shortcut-registry.ts";

const overlays = '[role="dialog"], [role="menu"], [role="listbox"]';
const fields = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
const Registry = createContext<ShortcutRegistry>(createShortcutRegistry());

/** Listens to the keyboard for everything below it, and does what was pressed before it could. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createShortcutRegistry);
  useEffect(() => {
    const early = window.earlyKeys;
    const replay = early && replayKeys(registry, early, () => isElsewhere(document.activeElement));
    const handleKeyDown = (event: KeyboardEvent) => handleShortcut(replay ?? registry, event);
    window.addEventListener("keydown", handleKeyDown);
    return () => {
      window.removeEventListener("keydown", handleKeyDown);
      replay?.end();
    };
  }, [registry]);
  return <Registry value={registry}>{children}</Registry>;
}

/** Runs `run` on the command's key while the component is there and `isOn`. */
export function useShortcut(command: Command, run: () => void, isOn = true): void {
  const registry = use(Registry);
  const handle = useEffectEvent(run);
  useEffect(() => (isOn ? registry.add(command, () => handle()) : undefined), [registry, command, isOn]);
}

export function useShortcutRegistry(): ShortcutRegistry {
  return use(Registry);
}

/** A command's key as this machine prints it. */
export function useKeyLabel(): (command: Command) => string {
  const { control } = useFirstStrings().command;
  const isMac = useSyncExternalStore(
    () => () => {},
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
  return (command) => keyLabel(command, isMac, control);
}

/** Takes a key for the interface, unless a field, an open menu or a dialog has a use for it. */
export function handleShortcut(registry: Pick<ShortcutRegistry, "press">, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isTakenBy(event)) return;
  if (registry.press(event)) event.preventDefault();
}

function isTakenBy(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return false;
  if (target.closest(overlays)) return true;
  if (target.closest(fields)) return !((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k");
  // Enter on a button or a link is that button's own.
  return event.key === "Enter" && target.closest("button, a, summary") !== null && !event.metaKey && !event.ctrlKey;
}

function isElsewhere(focused: Element | null): boolean {
  return focused !== null && focused.closest(`${overlays}, ${fields}`) !== null;
}
