"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { browserQueryClient } from "#lib/query/query-client";
import { Toaster } from "../ui/toaster.tsx";
import { TooltipProvider } from "../ui/tooltip.tsx";

/** What every page stands in: the cache of what was read, tooltips and toasts. */
export function AppProviders({ children }: { children: ReactNode }) {
  const [client] = useState(browserQueryClient);
  return (
    <QueryClientProvider client={client}>
      <TooltipProvider>{children}</TooltipProvider>
      <Toaster />
    </QueryClientProvider>
  );
}
