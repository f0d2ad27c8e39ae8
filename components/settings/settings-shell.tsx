"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useShortcut } from "../command/shortcuts.tsx";
import { AppShell } from "../shell/app-shell.tsx";
import { SettingsNav } from "./settings-nav.tsx";

/** The list of settings beside the chosen one; on a phone one or the other. */
export function SettingsShell({ children }: { children: ReactNode }) {
  return (
    <AppShell>
      <SettingsKeys />
      <div className="flex min-h-0 grow max-pair:flex-col-reverse">
        <SettingsNav />
        {children}
      </div>
    </AppShell>
  );
}

function SettingsKeys() {
  const router = useRouter();
  useShortcut("go.open", () => router.push("/inbox/open"));
  return null;
}
