import type { Editor } from "@tiptap/react";
import { useRef, useState } from "react";
import type { Account } from "#lib/contracts/account";
import { unfilledPlaceholder } from "#lib/mail/placeholders";
import { useStrings } from "../language/use-strings.ts";
import { toast } from "../ui/toast.ts";
import type { Held } from "./composer-notices.tsx";
import type { DraftState } from "./draft/draft-keeper.ts";
import type { useDraft } from "./draft/use-draft.ts";
import type { MailFields } from "./mail-fields.ts";
import { forgottenFile, mailProblem } from "./mail-problem.ts";
import type { SendWish } from "./send-button.tsx";
import { useSend, type UseSend } from "./use-send.ts";

export type UseSending = {
  conversationId: number | null;
  draft: ReturnType<typeof useDraft>;
  editor: Editor | null;
  account: Account | undefined;
  isUploading: boolean;
  isSignedBelow: boolean;
  lastSeenId: number | undefined;
  onSent: UseSend["onSent"];
};

/** From the click on Send until the mail is the server's: what is in the way of it, and the wait, in which nothing is typed. */
export function useSending(options: UseSending) {
  const { conversationId, draft, editor, account, isUploading, isSignedBelow, lastSeenId, onSent } = options;
  const strings = useStrings();
  const { keeper } = draft;
  const [held, setHeld] = useState<Held | null>(null);
  const [isWaiting, setIsWaiting] = useState(false);
  const isSending = useRef(false);
  const hold = (isHeld: boolean) => {
    isSending.current = isHeld;
    setIsWaiting(isHeld);
    // What would be typed now would be neither in the mail nor in a draft.
    editor?.setEditable(!isHeld, false);
  };
  const letGo = () => {
    hold(false);
    if (document.activeElement === document.body) editor?.commands.focus();
  };
  const send = useSend({
    conversationId,
    onSent,
    onFailed: letGo,
    onStale: (wish) => setHeld({ kind: "stale", word: "", wish }),
    onUnreached: (wish) => setHeld({ kind: "unreached", word: "", wish }),
  });

  const handleSend = async (wish: SendWish = {}, after?: Held["kind"]) => {
    if (isSending.current) return;
    const written = draft.current();
    const problem = isUndecided(keeper.state())
      ? strings.composer.conflict.title
      : mailProblem(strings, written, isUploading, account);
    if (problem !== null) {
      toast.error(problem);
      return;
    }
    const doubt = doubtOf(written, after);
    if (doubt) {
      setHeld({ ...doubt, wish });
      return;
    }
    hold(true);
    setHeld(null);
    await keeper.flush();
    const kept = keeper.state();
    // Without a draft on the server a second attempt could not be told from another mail after a reload.
    if (kept.kind === "failed" && kept.isOffline) {
      letGo();
      setHeld({ kind: "unreached", word: "", wish });
    } else if (isUndecided(kept)) hold(false);
    else
      send.mutate({
        fields: written,
        isSignedBelow,
        draftId: keeper.id(),
        wish,
        ...(lastSeenId !== undefined && after !== "stale" && { lastSeenMessageId: lastSeenId }),
      });
  };
  return { handleSend, held, release: () => setHeld(null), isBusy: isWaiting };
}

/** What may have been forgotten. @param after what was asked already, and sent all the same */
function doubtOf(written: MailFields, after: Held["kind"] | undefined): Pick<Held, "kind" | "word"> | undefined {
  const file = after === undefined ? forgottenFile(written) : undefined;
  if (file !== undefined) return { kind: "forgotten", word: file };
  const gap = after === undefined || after === "forgotten" ? unfilledPlaceholder(written.text) : undefined;
  return gap === undefined ? undefined : { kind: "unfilled", word: gap };
}

function isUndecided({ kind }: DraftState): boolean {
  return kind === "conflict" || kind === "gone";
}
