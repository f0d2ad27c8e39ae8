"use client";

import { useQuery } from "@tanstack/react-query";
import { Pencil, Tag as TagIcon, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "../ui/toast.ts";
import type { Tag } from "#lib/contracts/conversation";
import { useRemoveTag } from "#lib/query/change-tags";
import { countsOptions } from "#lib/query/conversations";
import { tagsOptions } from "#lib/query/tags";
import { useStrings } from "../language/use-strings.ts";
import { Card } from "../ui/card.tsx";
import { Dot } from "../ui/dot.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { AddButton } from "./add-button.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { ReadState } from "./read-state.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { TagDialog } from "./tag-dialog.tsx";
import { useTellFailure } from "./use-tell-failure.ts";

export function TagsPage() {
  const strings = useStrings();
  const words = strings.settings.tags;
  const tags = useQuery(tagsOptions());
  const [isAdding, setIsAdding] = useState(false);
  const add = <AddButton onAdd={() => setIsAdding(true)}>{words.add}</AddButton>;
  return (
    <SettingsPage
      title={strings.settings.pages.tags}
      text={words.text}
      action={tags.data?.length !== 0 && add}
      isNarrow
    >
      <ReadState query={tags}>
        {(items) => (
          <Card>
            {items.length === 0 ? (
              <EmptyState icon={TagIcon} title={words.empty.title} text={words.empty.text} action={add} />
            ) : (
              <ul>
                {items.map((tag) => (
                  <TagRow key={tag.id} tag={tag} />
                ))}
              </ul>
            )}
          </Card>
        )}
      </ReadState>
      {isAdding && <TagDialog tag={null} nextColor={tags.data?.length ?? 0} onClose={() => setIsAdding(false)} />}
    </SettingsPage>
  );
}

function TagRow({ tag }: { tag: Tag }) {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.settings.tags;
  const [dialog, setDialog] = useState<"edit" | "remove" | null>(null);
  const { data: counts } = useQuery(countsOptions());
  const remove = useRemoveTag();
  const openCount = counts?.tags[String(tag.id)] ?? 0;
  const handleRemove = () => void remove.mutateAsync(tag).then(() => void toast(words.removed(tag.name)), tellFailure);
  return (
    <li className="flex min-h-11 items-center gap-3 border-b border-line py-1.5 pr-2.5 pl-4 last:border-0">
      <Dot color={tag.color} className="size-2.5" />
      <span className="min-w-0 grow truncate">{tag.name}</span>
      {openCount > 0 && <span className="text-xs text-ink-3 tabular-nums">{words.openCount(openCount)}</span>}
      <IconButton icon={Pencil} label={words.editLabel(tag.name)} onClick={() => setDialog("edit")} />
      <IconButton icon={Trash2} label={words.removeLabel(tag.name)} onClick={() => setDialog("remove")} />
      {dialog === "edit" && <TagDialog tag={tag} nextColor={tag.color} onClose={() => setDialog(null)} />}
      <ConfirmDialog
        open={dialog === "remove"}
        onOpenChange={() => setDialog(null)}
        title={words.removeTitle(tag.name)}
        action={words.remove}
        onConfirm={handleRemove}
      >
        <p>{words.removeText(openCount)}</p>
      </ConfirmDialog>
    </li>
  );
}
