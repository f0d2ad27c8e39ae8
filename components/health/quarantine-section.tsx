"use client";

import type { AccountHealth, FolderHealth } from "#lib/contracts/sync-health";
import { useStrings } from "../language/use-strings.ts";
import { SettingsSection } from "../settings/settings-section.tsx";
import { Card } from "../ui/card.tsx";
import { QuarantinedMessages } from "./quarantined-messages.tsx";

export type QuarantineSectionProps = { health: AccountHealth; folders: FolderHealth[] };

/** Messages that could not be read, folder by folder; nothing where there are none. */
export function QuarantineSection({ health, folders }: QuarantineSectionProps) {
  const words = useStrings().health.quarantine;
  const concerned = folders.filter((folder) => folder.quarantinedCount > 0);
  if (concerned.length === 0) return null;
  return (
    <SettingsSection title={words.title} text={words.text}>
      <Card>
        <ul>
          {concerned.map((folder) => (
            <QuarantinedMessages key={folder.folderId} health={health} folder={folder} />
          ))}
        </ul>
      </Card>
    </SettingsSection>
  );
}
