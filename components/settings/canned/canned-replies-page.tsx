"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageSquareText } from "lucide-react";
import { useState } from "react";
import type { CannedReply } from "#lib/contracts/canned-reply";
import { cannedRepliesOptions } from "#lib/query/canned-replies";
import { findReplies } from "../../composer/canned/find-replies.ts";
import { useStrings } from "../../language/use-strings.ts";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Input } from "../../ui/input.tsx";
import { AddButton } from "../add-button.tsx";
import { ReadState } from "../read-state.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { CannedReplyDialog } from "./canned-reply-dialog.tsx";
import { CannedReplyRow } from "./canned-reply-row.tsx";

/** Fewer are seen at once. */
const searchedFrom = 8;

export function CannedRepliesPage() {
  const strings = useStrings();
  const words = strings.canned;
  const replies = useQuery(cannedRepliesOptions());
  const [isAdding, setIsAdding] = useState(false);
  const add = <AddButton onAdd={() => setIsAdding(true)}>{words.add}</AddButton>;
  return (
    <SettingsPage
      title={strings.settings.pages["canned-replies"]}
      text={words.text}
      action={replies.data?.length !== 0 && add}
      isNarrow
    >
      <ReadState query={replies}>
        {(items) =>
          items.length === 0 ? (
            <Card>
              <EmptyState icon={MessageSquareText} title={words.empty.title} text={words.empty.text} action={add} />
            </Card>
          ) : (
            <Found replies={items} />
          )
        }
      </ReadState>
      {isAdding && <CannedReplyDialog reply={null} onClose={() => setIsAdding(false)} />}
    </SettingsPage>
  );
}

function Found({ replies }: { replies: readonly CannedReply[] }) {
  const words = useStrings().canned;
  const [typed, setTyped] = useState("");
  const found = findReplies(replies, typed);
  return (
    <>
      {replies.length >= searchedFrom && (
        <Input
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <output className="sr-only">{typed !== "" && words.count(found.length)}</output>
      <Card>
        {found.length === 0 ? (
          <EmptyState title={words.noneFound} className="py-10" />
        ) : (
          <ul>
            {found.map((reply) => (
              <CannedReplyRow key={reply.id} reply={reply} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
