"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Editor, Range } from "@tiptap/react";
import { useEffect, useEffectEvent, useState } from "react";
import type { Account } from "#lib/contracts/account";
import type { CannedReply } from "#lib/contracts/canned-reply";
import type { ConversationDetail } from "#lib/contracts/conversation";
import { fillPlaceholders } from "#lib/mail/placeholders";
import { inboxesOptions, meOptions } from "#lib/query/agents";
import { cannedRepliesOptions } from "#lib/query/canned-replies";
import { keys } from "#lib/query/keys";
import { useShortcutRegistry } from "../../command/shortcuts.tsx";
import { useStrings } from "../../language/use-strings.ts";
import type { MailFields } from "../mail-fields.ts";
import { CannedList } from "./canned-list.tsx";
import { askForReply, cannedKey, cannedSuggestion, type Asked } from "./canned-suggestion.ts";
import { findReplies } from "./find-replies.ts";
import { insertReply } from "./insert-reply.ts";
import { placeholderValues } from "./placeholder-values.ts";

export type CannedRepliesProps = {
  editor: Editor;
  /** The mail as it is when one is put into it. */
  current: () => MailFields;
  account: Account | undefined;
  conversationId: number | null;
};

const shownMax = 50;

/** Answers that were written before: found by a slash, put where it stands, their placeholders filled. */
export function CannedReplies({ editor, current, account, conversationId }: CannedRepliesProps) {
  const words = useStrings().canned;
  const client = useQueryClient();
  const registry = useShortcutRegistry();
  const { data: all } = useQuery(cannedRepliesOptions());
  const { data: me } = useQuery(meOptions());
  const { data: inboxes = [] } = useQuery(inboxesOptions());
  const [asked, setAsked] = useState<Asked | null>(null);

  const find = (query: string) => {
    const usable = all?.filter(
      ({ inboxId }) => inboxId === null || account === undefined || inboxId === account.inboxId,
    );
    return usable && findReplies(usable, query).slice(0, shownMax);
  };
  const findNow = useEffectEvent(find);
  const insert = useEffectEvent((range: Range, { html }: CannedReply) => {
    const conversation =
      conversationId === null ? undefined : client.getQueryData<ConversationDetail>(keys.conversation(conversationId));
    const values = placeholderValues({ fields: current(), me, account, inboxes, conversation });
    insertReply(editor, range, fillPlaceholders(html, values));
  });
  useEffect(() => {
    const plugin = cannedSuggestion({
      editor,
      find: (query) => findNow(query),
      onAsked: setAsked,
      insert: (range, reply) => insert(range, reply),
    });
    // Before the keys of the text: its Enter would begin a line.
    editor.registerPlugin(plugin, (added, others) => [added, ...others]);
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(cannedKey);
    };
  }, [editor]);
  const isRead = all !== undefined;
  useEffect(() => {
    // A slash that was typed before they were here asks again.
    if (isRead && editor.isFocused) editor.view.dispatch(editor.state.tr);
  }, [editor, isRead]);
  useEffect(
    () =>
      registry.addOffers(() => [
        { id: "canned reply", group: "write", label: words.insert, run: () => askForReply(editor) },
      ]),
    [registry, editor, words],
  );
  return asked && <CannedList editor={editor} asked={asked} found={find(asked.query) ?? []} />;
}
