"use client";

import type { Editor } from "@tiptap/react";
import { Forward, Reply, ReplyAll, SquarePen, Trash2, X } from "lucide-react";
import { useState, type DragEvent, type KeyboardEvent } from "react";
import { useQuery } from "@tanstack/react-query";
import { toast } from "../ui/toast.ts";
import { cn } from "#lib/cn";
import { EmailAddress, type MailAddress } from "#lib/contracts/address";
import type { Draft } from "#lib/contracts/draft";
import type { ConversationStatus } from "#lib/contracts/vocabulary";
import { accountsOptions } from "#lib/query/accounts";
import type { Strings } from "#lib/strings/strings";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { AttachmentTray } from "./attachment-tray.tsx";
import { DraftMark } from "./draft-mark.tsx";
import { FromMenu } from "./from-menu.tsx";
import type { MailFields } from "./mail-fields.ts";
import { Recipients } from "./recipients.tsx";
import { RichText } from "./rich-text.tsx";
import { SendButton } from "./send-button.tsx";
import { StaleNotice } from "./stale-notice.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useDraft } from "./use-draft.ts";
import { useSend } from "./use-send.ts";
import { useUploads } from "./use-uploads.ts";

const icons = { reply: Reply, "reply-all": ReplyAll, forward: Forward, new: SquarePen };

export type MailComposerProps = {
  conversationId: number | null;
  start: MailFields;
  draft: Draft | undefined;
  participants: readonly MailAddress[] | null;
  expected: readonly MailAddress[];
  /** The ids of the messages, oldest first: what the writer has before them. */
  messageIds: readonly number[];
  onClose: () => void;
};

/** A mail being written, from its recipients to its send button. */
export function MailComposer(props: MailComposerProps) {
  const strings = useStrings();
  const words = strings.composer;
  const { conversationId, start, messageIds, onClose } = props;
  const Icon = icons[start.kind];
  const { data: accounts = [] } = useQuery(accountsOptions());
  const { fields, change, state, settle, finish, discard } = useDraft(conversationId, start, props.draft);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [lastSeenId, setLastSeenId] = useState(lastOf(messageIds));
  const [staleFor, setStaleFor] = useState<{ status?: ConversationStatus } | null>(null);
  const [isDragged, setIsDragged] = useState(false);
  const { uploads, add, isBusy } = useUploads((file) => change({ files: [...fields.files, file] }));
  const send = useSend({
    conversationId,
    onSent: () => {
      finish();
      onClose();
    },
    onStale: (status) => setStaleFor(status ? { status } : {}),
  });

  const handleSend = async (status?: ConversationStatus, isAnyway = false) => {
    if (send.isPending) return;
    const problem = problemOf(strings, fields, isBusy);
    if (problem !== null) {
      toast.error(problem);
      return;
    }
    const draftId = await settle();
    setStaleFor(null);
    send.mutate({
      fields,
      draftId,
      ...(status && { status }),
      ...(lastSeenId !== undefined && !isAnyway && { lastSeenMessageId: lastSeenId }),
    });
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void handleSend(event.shiftKey && conversationId !== null ? "closed" : undefined);
    }
    // What hangs over the composer, such as a menu, has its own use for Escape; its events come up here all the same.
    const isWithin = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key === "Escape" && isWithin && conversationId !== null) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  const handleDrop = (event: DragEvent) => {
    setIsDragged(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };
  const handleReview = () => {
    setStaleFor(null);
    setLastSeenId(lastOf(messageIds));
    onClose();
  };

  return (
    // Keys typed in its fields come up to here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={words.kinds[fields.kind]}
      onKeyDown={handleKeyDown}
      onDragOver={(event) => {
        event.preventDefault();
        setIsDragged(event.dataTransfer.types.includes("Files"));
      }}
      onDragLeave={() => setIsDragged(false)}
      onDrop={handleDrop}
      className={cn("relative flex min-h-0 grow flex-col", isDragged && "outline-2 outline-accent")}
    >
      <div className="flex items-center gap-2 border-b border-line py-1 pr-1.5 pl-3 text-ink-3">
        <Icon aria-hidden />
        <span>{words.kinds[fields.kind]}</span>
        <span className="ml-auto flex min-w-0 items-center">
          <FromMenu accounts={accounts} accountId={fields.accountId} onChange={(accountId) => change({ accountId })} />
        </span>
        <IconButton size="sm" icon={X} label={words.close} keys="Esc" onClick={onClose} />
      </div>
      {staleFor && (
        <StaleNotice
          count={messageIds.filter((id) => id > (lastSeenId ?? 0)).length}
          onReview={handleReview}
          onSendAnyway={() => void handleSend(staleFor.status, true)}
        />
      )}
      <Recipients fields={fields} participants={props.participants} expected={props.expected} onChange={change} />
      {fields.kind !== "reply" && fields.kind !== "reply-all" && (
        <input
          dir="auto"
          aria-label={words.subject}
          placeholder={words.subject}
          value={fields.subject}
          onChange={(event) => change({ subject: event.target.value })}
          className="h-9 border-b border-line bg-transparent px-3 font-strong outline-none placeholder:font-normal"
        />
      )}
      <RichText
        html={fields.html}
        startsFocused={fields.to.length > 0}
        onChange={change}
        onFiles={add}
        onEditor={setEditor}
      />
      <AttachmentTray
        files={fields.files}
        uploads={uploads}
        onRemove={(file) => change({ files: fields.files.filter((other) => other.id !== file.id) })}
      />
      <footer className="flex items-center gap-1 px-2.5 py-2">
        <Toolbar editor={editor} onFiles={add} />
        <DraftMark state={state} />
        <IconButton
          icon={Trash2}
          label={words.discard}
          className="ml-auto"
          onClick={() => {
            void discard();
            onClose();
          }}
        />
        <SendButton
          isBusy={send.isPending}
          hasStatus={conversationId !== null}
          onSend={(status) => void handleSend(status)}
        />
      </footer>
    </section>
  );
}

/** The one that came here last: the first reading of a mailbox brings a thread from its end. */
function lastOf(messageIds: readonly number[]): number | undefined {
  return messageIds.length === 0 ? undefined : Math.max(...messageIds);
}

/** Why it cannot be sent yet. */
function problemOf(strings: Strings, fields: MailFields, isUploading: boolean): string | null {
  const words = strings.composer;
  const everyone = [...fields.to, ...fields.cc, ...fields.bcc];
  const wrong = everyone.find((person) => !EmailAddress.safeParse(person.address).success);
  if (wrong) return words.invalidAddress(wrong.address);
  if (everyone.length === 0) return words.noRecipient;
  if (fields.accountId === null) return words.noAccount;
  if (isUploading) return words.stillUploading;
  const isEmpty = fields.html.replace(/<[^>]*>|\s/g, "") === "" && fields.files.length === 0;
  return isEmpty ? words.noText : null;
}
