"use client";

import { commandFieldClasses, type CommandSize } from "./command-field.ts";

export type EarlyFieldProps = {
  label: string;
  placeholder: string;
  size?: CommandSize;
  text: string;
  onText: (text: string) => void;
  /** Where nothing around it hears of the key. */
  onEscape?: () => void;
};

/** Stands in for a command list that is still being loaded, and takes what is typed: whoever knows what they want need not wait for it. */
export function EarlyField({ label, placeholder, size = "md", text, onText, onEscape }: EarlyFieldProps) {
  return (
    <input
      ref={takeFocus}
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => event.key === "Escape" && onEscape?.()}
      autoComplete="off"
      spellCheck={false}
      className={commandFieldClasses[size]}
    />
  );
}

function takeFocus(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true });
}
