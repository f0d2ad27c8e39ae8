"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { Suspense, useEffect, useState, type ReactNode } from "react";
import { browserQueryClient } from "#lib/query/query-client";
import { TooltipLayer } from "../ui/tooltip-layer.tsx";
import { whenIdle } from "../ui/when-idle.ts";
import { later } from "../ui/later.tsx";

const Toaster = later(async () => (await import("../ui/toaster.tsx")).Toaster);

/** What every page stands in: the cache of what was read, tooltips and toasts. */
export function AppProviders({ children }: { children: ReactNode }) {
  const [client] = useState(browserQueryClient);
  const [hasToasts, setHasToasts] = useState(false);
  useEffect(() => whenIdle(() => setHasToasts(true)), []);
  return (
    <QueryClientProvider client={client}>
      {children}
      <TooltipLayer />
      <Suspense>{hasToasts && <Toaster />}</Suspense>
    </QueryClientProvider>
  );
}
