"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ShortcutProvider, useShortcut } from "../command/shortcuts.tsx";
import { AttentionBanner } from "../health/attention-banner.tsx";
import { ConnectionBanner } from "../live/connection-banner.tsx";
import { Announcer } from "../ui/announcer.tsx";
import { SettingsNav } from "./settings-nav.tsx";

/** The list of settings beside the chosen one; on a phone one or the other. */
export function SettingsShell({ children }: { children: ReactNode }) {
  return (
    <ShortcutProvider>
      <SettingsKeys />
      <div className="flex h-dvh flex-col">
        <ConnectionBanner />
        <AttentionBanner />
        <div className="flex min-h-0 grow max-pair:flex-col-reverse">
          <SettingsNav />
          {children}
        </div>
      </div>
      <Announcer />
    </ShortcutProvider>
  );
}

function SettingsKeys() {
  const router = useRouter();
  useShortcut("go.open", () => router.push("/inbox/open"));
  return null;
}
