"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, type ReactNode } from "react";
import { cn } from "#lib/cn";
import type { SettingName } from "#lib/strings/find.en";

/** A setting that can be jumped to: `?setting=` brings it into view, focuses it and lets it light up. */
export function Setting({ name, children }: { name: SettingName; children: ReactNode }) {
  const isFound = useSearchParams().get("setting") === name;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isFound) return;
    ref.current?.scrollIntoView({ block: "center" });
    const control = ref.current?.querySelector<HTMLElement>(
      "input:checked, input:not([type=radio]), textarea, button, a[href]",
    );
    control?.focus({ preventScroll: true });
  }, [isFound]);
  return (
    <div ref={ref} data-found={isFound || undefined} className={cn("rounded-md", isFound && "animate-found")}>
      {children}
    </div>
  );
}
