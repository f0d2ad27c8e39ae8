"use client";

import { useQuery } from "@tanstack/react-query";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { Suspense, useState } from "react";
import type { Tag } from "#lib/contracts/conversation";
import { useRemoveTag } from "#lib/query/change-tags";
import { countsOptions } from "#lib/query/conversations";
import { useStrings } from "../../language/use-strings.ts";
import { afterMenu } from "../../settings/after-menu.ts";
import { ConfirmDialog } from "../../settings/confirm-dialog.tsx";
import { useTellFailure } from "../../settings/use-tell-failure.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { later } from "../../ui/later.tsx";
import { MenuActs } from "../../ui/menu-acts.tsx";
import { Menu } from "../../ui/menu.tsx";
import { toast } from "../../ui/toast.ts";
import { quoted, usePlaceActs } from "./use-place-acts.tsx";

const TagDialog = later(async () => (await import("../../settings/tag-dialog.tsx")).TagDialog);

export type TagPlaceMenuProps = { tag: Tag; open: boolean; onOpenChange: (open: boolean) => void };

/** What can be done with a tag, and with what wears it. */
export function TagPlaceMenu({ tag, open, onOpenChange }: TagPlaceMenuProps) {
  const strings = useStrings();
  const words = strings.settings.tags;
  const tellFailure = useTellFailure();
  const [dialog, setDialog] = useState<"edit" | "remove" | null>(null);
  const { data: counts } = useQuery(countsOptions());
  const remove = useRemoveTag();
  const acts = usePlaceActs({ view: "open", sort: "newest", tag: tag.id }, `tag:${quoted(tag.name)} `);
  const close = () => setDialog(null);
  const opens = (wanted: "edit" | "remove") => afterMenu(() => setDialog(wanted));
  const handleRemove = () => void remove.mutateAsync(tag).then(() => void toast(words.removed(tag.name)), tellFailure);
  return (
    <>
      <Menu
        align="end"
        open={open}
        onOpenChange={onOpenChange}
        trigger={<IconButton icon={Ellipsis} size="sm" label={strings.inbox.tagMenu(tag.name)} />}
      >
        <MenuActs
          groups={[
            ...acts,
            [
              { id: "edit", icon: <Pencil aria-hidden />, label: strings.settings.edit, run: opens("edit") },
              { id: "remove", icon: <Trash2 aria-hidden />, label: words.remove, isDanger: true, run: opens("remove") },
            ],
          ]}
        />
      </Menu>
      <Suspense>{dialog === "edit" && <TagDialog tag={tag} nextColor={tag.color} onClose={close} />}</Suspense>
      <ConfirmDialog
        open={dialog === "remove"}
        onOpenChange={close}
        title={words.removeTitle(tag.name)}
        action={words.remove}
        onConfirm={handleRemove}
      >
        <p>{words.removeText(counts?.tags[String(tag.id)] ?? 0)}</p>
      </ConfirmDialog>
    </>
  );
}
