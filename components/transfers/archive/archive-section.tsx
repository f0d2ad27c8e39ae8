"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState, type ReactNode } from "react";
import type { Account } from "#lib/contracts/account";
import type { Archive } from "#lib/contracts/archive";
import { meOptions } from "#lib/query/agents";
import { archiveOptions, useSaveArchive } from "#lib/query/archive";
import { useStrings } from "../../language/use-strings.ts";
import { SettingsSection } from "../../settings/settings-section.tsx";
import { useTellFailure } from "../../settings/use-tell-failure.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Switch } from "../../ui/switch.tsx";
import { ArchiveFoldersDialog } from "./archive-folders-dialog.tsx";
import { ArchiveProgress } from "./archive-progress.tsx";

/** What an account keeps here for good, and how far that is. */
export function ArchiveSection({ account }: { account: Account }) {
  const strings = useStrings();
  const words = strings.transfers.archive;
  const { data: me } = useQuery(meOptions());
  const { data: archive } = useQuery(archiveOptions(account.id));
  const [isChoosing, setIsChoosing] = useState(false);
  const isAdmin = me?.role === "admin";
  return (
    <SettingsSection
      title={words.title}
      text={words.text}
      action={isAdmin && <Button onClick={() => setIsChoosing(true)}>{words.folders}</Button>}
    >
      {archive && (
        <Card className="flex flex-col gap-3 px-4 py-3.5">
          <ArchiveSwitches archive={archive} isAdmin={isAdmin} />
          <ArchiveProgress archive={archive} name={account.name} />
        </Card>
      )}
      {isChoosing && archive && <ArchiveFoldersDialog archive={archive} onClose={() => setIsChoosing(false)} />}
    </SettingsSection>
  );
}

function ArchiveSwitches({ archive, isAdmin }: { archive: Archive; isAdmin: boolean }) {
  const words = useStrings().transfers.archive;
  const tellFailure = useTellFailure();
  const save = useSaveArchive(archive.accountId);
  const { archived, keepsDeleted } = archive;
  const handleChange = (change: Partial<Pick<Archive, "archived" | "keepsDeleted">>) =>
    save.mutate({ archived, keepsDeleted, ...change }, { onError: tellFailure });
  return (
    <>
      <SwitchRow
        label={words.keep}
        hint={isAdmin ? undefined : words.adminsOnly}
        checked={archived}
        isLocked={!isAdmin}
        onChange={(wanted) => handleChange({ archived: wanted })}
      />
      <SwitchRow
        label={words.keepDeleted}
        hint={words.keepDeletedHint}
        checked={keepsDeleted}
        isLocked={!isAdmin}
        onChange={(wanted) => handleChange({ keepsDeleted: wanted })}
      />
    </>
  );
}

type SwitchRowProps = {
  label: string;
  hint: ReactNode;
  checked: boolean;
  isLocked: boolean;
  onChange: (checked: boolean) => void;
};

function SwitchRow({ label, hint, checked, isLocked, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <div className="flex min-w-0 grow flex-col">
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <span id={`${id}-hint`} className="text-xs text-ink-3">
            {hint}
          </span>
        )}
      </div>
      <Switch
        id={id}
        checked={checked}
        disabled={isLocked}
        onCheckedChange={onChange}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
    </div>
  );
}
