"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useState, type ReactNode } from "react";
import { RoutedHref } from "./use-inbox-location.ts";

/** Says which URL was asked for, once: later ones are read from the browser itself, which knows of them sooner than the router. */
export function InboxLocationProvider({ children }: { children: ReactNode }) {
  const [routed] = useState(`${usePathname()}?${useSearchParams().toString()}`);
  return <RoutedHref value={routed}>{children}</RoutedHref>;
}
