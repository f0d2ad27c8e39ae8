"use client";

import type { ReactNode } from "react";
import type { Command } from "#lib/shortcuts";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { Button, type ButtonProps } from "../ui/button.tsx";
import { useKeyLabel, useShortcutRegistry } from "./shortcuts.tsx";

export type CommandButtonProps = Pick<ButtonProps, "look" | "size" | "className"> & {
  command: Command;
  /** Its name, where the command's own says too little. */
  children?: ReactNode;
};

/** Does what the key would, and teaches it. */
export function CommandButton({ command, children, ...looks }: CommandButtonProps) {
  const words = useFirstStrings().command;
  const registry = useShortcutRegistry();
  const keyOf = useKeyLabel();
  return (
    <Button {...looks} keys={keyOf(command)} onClick={() => registry.run(command)}>
      {children ?? words.commands[command]}
    </Button>
  );
}
