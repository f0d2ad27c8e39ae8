"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountHealth, FolderHealth, QuarantinedMessage } from "#lib/contracts/sync-health";
import { quarantineOptions, useRetryQuarantined } from "#lib/query/health";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { announce } from "../ui/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { Time } from "../ui/time.tsx";
import { saveSource } from "./save-source.ts";

type QuarantinedMessagesProps = { health: AccountHealth; folder: FolderHealth };

export function QuarantinedMessages({ health, folder }: QuarantinedMessagesProps) {
  const { data: messages = [] } = useQuery(quarantineOptions(health.accountId, folder.folderId));
  return messages.map((message) => (
    <QuarantinedRow key={message.uid} health={health} folder={folder} message={message} />
  ));
}

type QuarantinedRowProps = QuarantinedMessagesProps & { message: QuarantinedMessage };

function QuarantinedRow({ health, folder: { folderId, path }, message }: QuarantinedRowProps) {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.health.quarantine;
  const { uid, reason, attemptCount, nextAttemptAt } = message;
  const retry = useRetryQuarantined(health.accountId, folderId);
  const [isSaving, setIsSaving] = useState(false);
  const handleRetry = () => retry.mutate(uid, { onSuccess: () => announce(words.trying(uid)), onError: tellFailure });
  const handleSave = async () => {
    setIsSaving(true);
    await saveSource(folderId, uid).catch(tellFailure);
    setIsSaving(false);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5 last:border-0 max-pair:px-3">
      <div className="min-w-0 grow basis-60">
        <span className="block [overflow-wrap:anywhere]">{words.message(path, uid)}</span>
        <span className="block text-xs text-pretty [overflow-wrap:anywhere] text-ink-3">
          {strings.health.reason(reason)} {words.tried(attemptCount)} {words.nextTry}{" "}
          <Time instant={nextAttemptAt} isWithin form="full" />.
        </span>
      </div>
      {health.canChange && (
        <div className="flex gap-2">
          <Button
            size="sm"
            isBusy={isSaving}
            aria-label={words.sourceLabel(path, uid)}
            onClick={() => void handleSave()}
          >
            {words.source}
          </Button>
          <Button size="sm" isBusy={retry.isPending} aria-label={words.againLabel(path, uid)} onClick={handleRetry}>
            {words.again}
          </Button>
        </div>
      )}
    </li>
  );
}
