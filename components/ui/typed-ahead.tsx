"use client";

import { Suspense, useState, type ReactNode } from "react";
import { commandFieldClasses, type CommandSize } from "./command-field.ts";

export type TypedAheadProps = {
  label: string;
  placeholder: string;
  size?: CommandSize;
  /** The command list, which begins with what was typed before it was there. */
  children: (typed: string) => ReactNode;
};

/** Takes what is typed while a command list is still being loaded, so that whoever knows what they want need not wait for it. */
export function TypedAhead({ label, placeholder, size = "md", children }: TypedAheadProps) {
  const [typed, setTyped] = useState("");
  const field = (
    <input
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      autoComplete="off"
      spellCheck={false}
      className={commandFieldClasses[size]}
    />
  );
  return <Suspense fallback={field}>{children(typed)}</Suspense>;
}
