"use client";

import type { Editor } from "@tiptap/react";
import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { cn } from "#lib/cn";
import type { Me } from "#lib/contracts/agent";
import type { Draft } from "#lib/contracts/draft";
import type { ConversationStatus } from "#lib/contracts/vocabulary";
import { sampleProvider } from "#lib/providers/sample";
import { accountsOptions } from "#lib/query/accounts";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { AttachmentTray } from "./attachment-tray.tsx";
import { ComposerHead, type ComposerSize } from "./composer-head.tsx";
import { ComposerFoot } from "./composer-foot.tsx";
import { ComposerNotices } from "./composer-notices.tsx";
import type { DraftPlace } from "./draft/draft-mirror.ts";
import { useDraft } from "./draft/use-draft.ts";
import { CannedReplies } from "./canned/canned-replies.tsx";
import { insertImage } from "./editor/insert-image.ts";
import { isPlainEditor } from "./editor/plain-lines.ts";
import { showPlaceholder } from "./editor/marked-placeholders.ts";
import { carriedFiles, type MailFields } from "./mail-fields.ts";
import { MailText } from "./mail-text.tsx";
import { DropHint } from "./drop-hint.tsx";
import { QuotedBelow } from "./quoted-below.tsx";
import { Recipients, type RecipientsProps } from "./recipients/recipients.tsx";
import { signatureHtml, swapSignature } from "./signature.ts";
import { switchAnswer, type Answer } from "./switch-answer.ts";
import { useDiscard } from "./use-discard.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { useSwitchLooks } from "./use-switch-looks.ts";
import { useSending } from "./use-sending.ts";
import { useUploads } from "./use-uploads.ts";

export type MailComposerProps = Pick<RecipientsProps, "participants" | "expected" | "answered"> & {
  conversationId: number | null;
  /** Which new mail it is; empty for an answer. */
  token: string;
  start: MailFields;
  draft: Draft | undefined;
  /** Its writer opened it just now, and so has the focus in it. */
  isAsked: boolean;
  writer: Pick<Me, "id" | "signature">;
  /** The ways that this mail can be turned to; empty where there is one only. */
  answers?: readonly Answer[];
  /** The ids of the messages, oldest first: what the writer has before them. */
  messageIds: readonly number[];
  size: ComposerSize;
  /** Shown while nothing was written. */
  offer?: ReactNode;
  onSaved?: (draftId: number) => void;
  onSent?: (status: ConversationStatus | undefined) => void;
  onClose: () => void;
};

/** A mail being written, from its recipients to its send button. */
export function MailComposer(props: MailComposerProps) {
  const strings = useStrings();
  const words = strings.composer;
  const { conversationId, token, start, writer, messageIds, answers = [], size, onSaved, onClose } = props;
  const { data: accounts = [] } = useQuery(accountsOptions());
  const place: DraftPlace = { agentId: writer.id, conversationId, kind: start.kind, token };
  const draft = useDraft({ place, start, stored: props.draft, onSaved });
  const { fields, change, state, keeper } = draft;
  const discard = useDiscard(conversationId);
  const switchLooks = useSwitchLooks(draft);
  const tellFailure = useTellFailure();
  const [editor, setEditor] = useState<Editor | null>(null);
  const [lastSeenId, setLastSeenId] = useState(lastOf(messageIds));
  const picker = useRef<HTMLInputElement>(null);
  const carried = carriedFiles(fields);
  const account = accounts.find(({ id }) => id === fields.accountId);
  const isSignedBelow = account?.signaturePlace === "below" && conversationId !== null;
  const { uploads, add, isBusy } = useUploads({
    carried,
    onUploaded: (file, original) => {
      change((now) => ({ files: [...now.files, file] }));
      if (file.contentId !== "" && editor && !isPlainEditor(editor)) void insertImage(editor, file, original);
    },
  });
  const drop = useFileDrop(add);
  const {
    handleSend,
    held,
    release,
    isBusy: isSending,
  } = useSending({
    conversationId,
    draft,
    editor,
    account,
    isUploading: isBusy,
    isSignedBelow,
    lastSeenId,
    onSent: (status) => {
      keeper.stop();
      onClose();
      props.onSent?.(status);
    },
  });
  const handleFrom = (accountId: number) => {
    change({ accountId });
    const next = accounts.find(({ id }) => id === accountId);
    if (editor) swapSignature(editor, signatureHtml(account, writer.signature), signatureHtml(next, writer.signature));
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void handleSend(event.shiftKey && conversationId !== null ? { status: "closed" } : {});
    }
    // What hangs over the composer, such as a menu, has its own use for Escape; its events come up here all the same.
    const isWithin = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key === "Escape" && isWithin && !event.defaultPrevented && conversationId !== null) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  const handleReview = () => {
    release();
    setLastSeenId(lastOf(messageIds));
    onClose();
  };

  return (
    // Keys typed in its fields come up to here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={words.kinds[fields.kind]}
      onKeyDown={handleKeyDown}
      {...drop.handlers}
      className={cn(
        "@container/composer relative flex min-h-0 grow flex-col",
        drop.isDragged && "outline-2 -outline-offset-2 outline-accent",
      )}
    >
      <ComposerHead
        fields={fields}
        kinds={answers.map(({ kind }) => kind)}
        accounts={accounts}
        size={size}
        onKind={(kind) => change((now) => switchAnswer(now, answers, kind))}
        onFrom={handleFrom}
        onClose={onClose}
      />
      {drop.isDragged && <DropHint />}
      <ComposerNotices
        state={state}
        held={held}
        isSample={account?.provider === sampleProvider}
        newCount={messageIds.filter((id) => id > (lastSeenId ?? 0)).length}
        onMine={draft.keepMine}
        onTheirs={() => void draft.takeTheirs().catch(tellFailure)}
        onReview={handleReview}
        onAttach={() => {
          release();
          picker.current?.click();
        }}
        onShow={() => {
          release();
          if (editor) showPlaceholder(editor);
        }}
        onDismiss={release}
        onSendAnyway={({ wish, kind }) => void handleSend(wish, kind)}
      />
      {state.kind === "untouched" && props.offer}
      <Recipients
        fields={fields}
        participants={props.participants}
        expected={props.expected}
        answered={props.answered}
        startsFocused={props.isAsked && fields.to.length === 0}
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
      <MailText
        key={draft.revision}
        fields={fields}
        startsFocused={props.isAsked && fields.to.length > 0}
        onChange={change}
        onFiles={add}
        onEditor={setEditor}
      />
      {editor && (
        <CannedReplies editor={editor} current={draft.current} account={account} conversationId={conversationId} />
      )}
      <QuotedBelow fields={fields} editor={editor} isSignedBelow={isSignedBelow} onChange={change} />
      <AttachmentTray
        files={fields.isPlain ? carried : carried.filter(({ contentId }) => contentId === "")}
        uploads={uploads}
        onRemove={(file) => change((now) => ({ files: now.files.filter((other) => other.id !== file.id) }))}
      />
      <ComposerFoot
        editor={editor}
        picker={picker}
        onFiles={add}
        fields={fields}
        // Meanwhile nothing of it is changed.
        onPlainChange={(isPlain) => !isSending && switchLooks(isPlain)}
        state={state}
        isHeld={held !== null}
        onDiscard={() => {
          void discard(keeper, fields);
          onClose();
        }}
        isBusy={isSending}
        hasStatus={conversationId !== null}
        onSend={(wish) => void handleSend(wish)}
      />
    </section>
  );
}

/** The one that came here last: the first reading of a mailbox brings a thread from its end. */
function lastOf(messageIds: readonly number[]): number | undefined {
  return messageIds.length === 0 ? undefined : Math.max(...messageIds);
}
