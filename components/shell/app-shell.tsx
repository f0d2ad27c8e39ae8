"use client";

import type { ReactNode } from "react";
import { CommandPalette } from "../command/command-palette.tsx";
import { ShortcutSheet } from "../command/shortcut-sheet.tsx";
import { ShortcutProvider } from "../command/shortcuts.tsx";
import { AttentionBanner } from "../health/attention-banner.tsx";
import { ConnectionBanner } from "../live/connection-banner.tsx";
import { SampleBanner } from "../sample/sample-banner.tsx";
import { Announcer } from "../ui/announcer.tsx";

/** The one frame of inbox and settings: news above the panes, keys, the palette and the sheet of keys, and a voice for screen readers. */
export function AppShell({ children }: { children: ReactNode }) {
  return (
    <ShortcutProvider>
      <div data-keys="" className="flex h-dvh flex-col overflow-hidden">
        <ConnectionBanner />
        <AttentionBanner />
        <SampleBanner />
        {children}
      </div>
      <CommandPalette />
      <ShortcutSheet />
      <Announcer />
    </ShortcutProvider>
  );
}
