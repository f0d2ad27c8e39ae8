"use client";

import type { Editor } from "@tiptap/react";
import { Trash2 } from "lucide-react";
import { useRef, useState, type DragEvent, type KeyboardEvent } from "react";
import { useQuery } from "@tanstack/react-query";
import { formatBytes } from "#lib/bytes";
import { toast } from "../ui/toast.ts";
import { cn } from "#lib/cn";
import type { Draft } from "#lib/contracts/draft";
import { mailFilesBytesMax } from "#lib/contracts/send";
import type { ConversationStatus } from "#lib/contracts/vocabulary";
import { accountsOptions } from "#lib/query/accounts";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { AttachmentTray } from "./attachment-tray.tsx";
import { ComposerHead, type ComposerSize } from "./composer-head.tsx";
import { DraftConflict } from "./draft-conflict.tsx";
import { DraftMark } from "./draft-mark.tsx";
import { insertImage, RichText } from "./editor/rich-text.tsx";
import { Toolbar } from "./editor/toolbar.tsx";
import { ForgottenFileNotice } from "./forgotten-file-notice.tsx";
import { carriedFiles, type MailFields } from "./mail-fields.ts";
import { forgottenFile, mailProblem } from "./mail-problem.ts";
import { QuotedBelow } from "./quoted-below.tsx";
import { Recipients, type RecipientsProps } from "./recipients/recipients.tsx";
import { SendButton } from "./send-button.tsx";
import { signatureHtml, swapSignature } from "./signature.ts";
import { StaleNotice } from "./stale-notice.tsx";
import { useDraft } from "./use-draft.ts";
import { useSend } from "./use-send.ts";
import { useUploads } from "./use-uploads.ts";

export type MailComposerProps = Pick<RecipientsProps, "participants" | "expected" | "answered"> & {
  conversationId: number | null;
  start: MailFields;
  draft: Draft | undefined;
  /** The writer's own, for accounts that have none. */
  signature: string;
  /** The ids of the messages, oldest first: what the writer has before them. */
  messageIds: readonly number[];
  size: ComposerSize;
  onClose: () => void;
};

type Held = { kind: "stale" | "forgotten"; word: string; status?: ConversationStatus };

/** A mail being written, from its recipients to its send button. */
export function MailComposer(props: MailComposerProps) {
  const strings = useStrings();
  const words = strings.composer;
  const { conversationId, start, messageIds, size, onClose } = props;
  const { data: accounts = [] } = useQuery(accountsOptions());
  const { fields, change, state, settle, finish, discard, keepMine, takeTheirs } = useDraft(
    conversationId,
    start,
    props.draft,
  );
  const [editor, setEditor] = useState<Editor | null>(null);
  const [lastSeenId, setLastSeenId] = useState(lastOf(messageIds));
  const [held, setHeld] = useState<Held | null>(null);
  const [isDragged, setIsDragged] = useState(false);
  /** Raised when the text is another's: the editor begins anew. */
  const [revision, setRevision] = useState(0);
  const picker = useRef<HTMLInputElement>(null);
  const carried = carriedFiles(fields);
  const account = accounts.find(({ id }) => id === fields.accountId);
  const isSignedBelow = account?.signaturePlace === "below" && conversationId !== null;
  const { uploads, add, isBusy } = useUploads({
    carriedBytes: carried.reduce((sum, file) => sum + file.sizeBytes, 0),
    onUploaded: (file) => {
      change((now) => ({ files: [...now.files, file] }));
      if (file.contentId !== "" && editor) insertImage(editor, file);
    },
  });
  const send = useSend({
    conversationId,
    onSent: () => {
      finish();
      onClose();
    },
    onStale: (status) => setHeld({ kind: "stale", word: "", ...(status && { status }) }),
  });

  const handleSend = async (status?: ConversationStatus, after?: Held["kind"]) => {
    if (send.isPending) return;
    const isInConflict = state.kind === "conflict" || state.kind === "gone";
    const problem = isInConflict ? words.conflict.title : mailProblem(strings, fields, isBusy);
    if (problem !== null) {
      toast.error(problem);
      return;
    }
    const word = forgottenFile(fields);
    if (word !== undefined && after === undefined) {
      setHeld({ kind: "forgotten", word, ...(status && { status }) });
      return;
    }
    const draftId = await settle();
    setHeld(null);
    send.mutate({
      fields,
      isSignedBelow,
      draftId,
      ...(status && { status }),
      ...(lastSeenId !== undefined && after !== "stale" && { lastSeenMessageId: lastSeenId }),
    });
  };
  const handleFrom = (accountId: number) => {
    change({ accountId });
    const next = accounts.find(({ id }) => id === accountId);
    if (editor) swapSignature(editor, signatureHtml(account, props.signature), signatureHtml(next, props.signature));
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void handleSend(event.shiftKey && conversationId !== null ? "closed" : undefined);
    }
    // What hangs over the composer, such as a menu, has its own use for Escape; its events come up here all the same.
    const isWithin = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key === "Escape" && isWithin && !event.defaultPrevented && conversationId !== null) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  const handleDrop = (event: DragEvent) => {
    setIsDragged(false);
    // The text has taken it in already.
    if (event.defaultPrevented || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };
  const handleReview = () => {
    setHeld(null);
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
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setIsDragged(true);
      }}
      onDragLeave={() => setIsDragged(false)}
      onDrop={handleDrop}
      className={cn("relative flex min-h-0 grow flex-col", isDragged && "outline-2 outline-accent")}
    >
      <ComposerHead fields={fields} accounts={accounts} size={size} onFrom={handleFrom} onClose={onClose} />
      <DraftConflict
        state={state}
        onMine={keepMine}
        onTheirs={() => void takeTheirs().then(() => setRevision((now) => now + 1))}
      />
      {held?.kind === "stale" && (
        <StaleNotice
          count={messageIds.filter((id) => id > (lastSeenId ?? 0)).length}
          onReview={handleReview}
          onSendAnyway={() => void handleSend(held.status, "stale")}
        />
      )}
      {held?.kind === "forgotten" && (
        <ForgottenFileNotice
          word={held.word}
          onAttach={() => {
            setHeld(null);
            picker.current?.click();
          }}
          onSendAnyway={() => void handleSend(held.status, "forgotten")}
        />
      )}
      <Recipients
        fields={fields}
        participants={props.participants}
        expected={props.expected}
        answered={props.answered}
        onChange={change}
      />
      {fields.kind !== "reply" && fields.kind !== "reply-all" && (
        <input
          dir="auto"
          aria-label={words.subject}
          placeholder={words.subject}
          value={fields.subject}
          onChange={(event) => change({ subject: event.target.value })}
          className="h-9 shrink-0 border-b border-line bg-transparent px-3 font-strong outline-none placeholder:font-normal"
        />
      )}
      <RichText
        key={revision}
        html={fields.html}
        files={fields.files}
        startsFocused={fields.to.length > 0}
        onChange={change}
        onFiles={add}
        onEditor={setEditor}
      />
      <QuotedBelow fields={fields} editor={editor} isSignedBelow={isSignedBelow} onChange={change} />
      <AttachmentTray
        files={carried.filter(({ contentId }) => contentId === "")}
        uploads={uploads}
        onRemove={(file) => change((now) => ({ files: now.files.filter((other) => other.id !== file.id) }))}
      />
      <footer className="flex items-center gap-1 px-2.5 py-2">
        <Toolbar
          editor={editor}
          picker={picker}
          attachHint={words.attachHint(formatBytes(mailFilesBytesMax, strings.locale))}
          onFiles={add}
        />
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
