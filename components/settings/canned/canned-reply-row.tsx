"use client";

import { useQuery } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { CannedReply } from "#lib/contracts/canned-reply";
import { inboxesOptions } from "#lib/query/agents";
import { useRemoveCannedReply } from "#lib/query/canned-replies";
import { useStrings } from "../../language/use-strings.ts";
import { Chip } from "../../ui/chip.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { toast } from "../../ui/toast.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { useTellFailure } from "../use-tell-failure.ts";
import { CannedReplyDialog } from "./canned-reply-dialog.tsx";

export function CannedReplyRow({ reply }: { reply: CannedReply }) {
  const { name, preview, inboxId } = reply;
  const words = useStrings().canned;
  const tellFailure = useTellFailure();
  const { data: inboxes = [] } = useQuery(inboxesOptions());
  const [dialog, setDialog] = useState<"edit" | "remove" | null>(null);
  const remove = useRemoveCannedReply();
  const inbox = inboxes.find(({ id }) => id === inboxId);
  const handleRemove = () => void remove.mutateAsync(reply).then(() => void toast(words.removed(name)), tellFailure);
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line py-2 pr-2.5 pl-4 last:border-0">
      <span className="min-w-0 grow">
        <span className="flex min-w-0 items-center gap-2">
          <bdi className="truncate text-ink">{name}</bdi>
          {inbox && (
            <Chip color={inbox.color} className="max-w-40 shrink-0">
              {inbox.name}
            </Chip>
          )}
        </span>
        <bdi className="block truncate text-xs text-ink-3">{preview}</bdi>
      </span>
      <IconButton icon={Pencil} label={words.editLabel(name)} onClick={() => setDialog("edit")} />
      <IconButton icon={Trash2} label={words.removeLabel(name)} onClick={() => setDialog("remove")} />
      {dialog === "edit" && <CannedReplyDialog reply={reply} onClose={() => setDialog(null)} />}
      <ConfirmDialog
        open={dialog === "remove"}
        onOpenChange={() => setDialog(null)}
        title={words.removeTitle(name)}
        action={words.remove}
        onConfirm={handleRemove}
      >
        <p>{words.removeText}</p>
      </ConfirmDialog>
    </li>
  );
}
