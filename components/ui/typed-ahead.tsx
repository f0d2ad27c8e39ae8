"use client";

import { Suspense, useState, type ReactNode } from "react";
import { EarlyField } from "./early-field.tsx";

export type TypedAheadProps = {
  label: string;
  placeholder: string;
  /** The command list, which begins with what was typed before it was there. */
  children: (typed: string) => ReactNode;
};

/** Takes what is typed into a menu whose command list is still being loaded. */
export function TypedAhead({ label, placeholder, children }: TypedAheadProps) {
  const [typed, setTyped] = useState("");
  return (
    <Suspense fallback={<EarlyField label={label} placeholder={placeholder} text={typed} onText={setTyped} />}>
      {children(typed)}
    </Suspense>
  );
}
