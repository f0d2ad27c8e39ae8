"use client";

import { useQuery } from "@tanstack/react-query";
import { Inbox as InboxIcon, Pencil, Tag as TagIcon } from "lucide-react";
import { useState } from "react";
import type { Inbox } from "#lib/contracts/agent";
import { accountsOptions } from "#lib/query/accounts";
import { agentsOptions, inboxesOptions, meOptions } from "#lib/query/agents";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Card } from "../ui/card.tsx";
import { Dot } from "../ui/dot.tsx";
import { Dotted } from "../ui/dotted.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { AddButton } from "./add-button.tsx";
import { InboxDialog } from "./inbox-dialog.tsx";
import { ReadState } from "./read-state.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { TagKeywordsDialog } from "./tag-keywords-dialog.tsx";

const facesMax = 5;

export function InboxesPage() {
  const strings = useStrings();
  const words = strings.settings.inboxes;
  const inboxes = useQuery(inboxesOptions());
  const { data: me } = useQuery(meOptions());
  const [isAdding, setIsAdding] = useState(false);
  const isAdmin = me?.role === "admin";
  const add = isAdmin && <AddButton onAdd={() => setIsAdding(true)}>{words.add}</AddButton>;
  return (
    <SettingsPage title={strings.settings.pages.inboxes} text={words.text} action={add} isNarrow>
      <ReadState query={inboxes}>
        {(items) => (
          <Card>
            {items.length === 0 ? (
              <EmptyState icon={InboxIcon} title={words.empty.title} text={words.empty.text} />
            ) : (
              <ul>
                {items.map((inbox) => (
                  <InboxRow key={inbox.id} inbox={inbox} mayEdit={isAdmin} />
                ))}
              </ul>
            )}
          </Card>
        )}
      </ReadState>
      {isAdding && (
        <InboxDialog inbox={null} nextColor={(inboxes.data?.length ?? 0) % 12} onClose={() => setIsAdding(false)} />
      )}
    </SettingsPage>
  );
}

function InboxRow({ inbox, mayEdit }: { inbox: Inbox; mayEdit: boolean }) {
  const strings = useStrings();
  const words = strings.settings.inboxes;
  const [isTagging, setIsTagging] = useState(false);
  const [isEditing, setIsEditing] = useState(false);
  const { data: agents = [] } = useQuery(agentsOptions());
  const { data: accounts = [] } = useQuery(accountsOptions());
  const members = agents.filter(({ id, state }) => inbox.memberIds.includes(id) && state !== "deactivated");
  const accountCount = accounts.filter(({ inboxId }) => inboxId === inbox.id).length;
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-3 last:border-0">
      <Dot color={inbox.color} shape="square" className="size-2.5" />
      <div className="min-w-0 grow">
        <b className="block truncate">{inbox.name}</b>
        <Dotted
          className="text-xs text-ink-3"
          parts={[
            members.length === 0 ? words.noMembers : words.memberCount(members.length),
            words.accountCount(accountCount),
          ]}
        />
      </div>
      <span aria-hidden className="flex gap-1 max-pair:hidden">
        {members.slice(0, facesMax).map((agent) => (
          <Avatar key={agent.id} name={agent.name} />
        ))}
      </span>
      {mayEdit && (
        <IconButton
          icon={TagIcon}
          label={strings.settings.tagKeywords.label(inbox.name)}
          onClick={() => setIsTagging(true)}
        />
      )}
      {mayEdit && <IconButton icon={Pencil} label={words.editLabel(inbox.name)} onClick={() => setIsEditing(true)} />}
      {isTagging && <TagKeywordsDialog inbox={inbox} onClose={() => setIsTagging(false)} />}
      {isEditing && <InboxDialog inbox={inbox} nextColor={inbox.color} onClose={() => setIsEditing(false)} />}
    </li>
  );
}
