"use client";

import { useStrings } from "../language/use-strings.ts";
import { Banner } from "../ui/banner.tsx";
import { DraftConflict, type DraftConflictProps } from "./draft/draft-conflict.tsx";
import { ForgottenFileNotice } from "./forgotten-file-notice.tsx";
import { Notice } from "./notice.tsx";
import type { SendWish } from "./send-button.tsx";
import { StaleNotice } from "./stale-notice.tsx";

/** Why a mail was not sent yet, and how it was to be. */
export type Held = { kind: "stale" | "forgotten" | "unfilled" | "unreached"; word: string; wish: SendWish };

export type ComposerNoticesProps = DraftConflictProps & {
  held: Held | null;
  newCount: number;
  onReview: () => void;
  onAttach: () => void;
  /** To where the text is not filled in. */
  onShow: () => void;
  onDismiss: () => void;
  onSendAnyway: (held: Held) => void;
  /** It is written from an account of sample mail. */
  isSample: boolean;
};

/** What has to be decided before anything is sent. */
export function ComposerNotices(props: ComposerNoticesProps) {
  const strings = useStrings();
  const words = strings.composer;
  const { held, state, onMine, onTheirs } = props;
  return (
    <>
      {props.isSample && <Banner>{strings.sample.notSent}</Banner>}
      <DraftConflict state={state} onMine={onMine} onTheirs={onTheirs} />
      {held?.kind === "stale" && (
        <StaleNotice count={props.newCount} onReview={props.onReview} onSendAnyway={() => props.onSendAnyway(held)} />
      )}
      {held?.kind === "unreached" && (
        <Notice
          actions={[
            { label: words.unreached.leave, run: props.onDismiss },
            { label: words.unreached.again, run: () => props.onSendAnyway(held), isMain: true },
          ]}
        >
          {words.unreached.title}
        </Notice>
      )}
      {held?.kind === "unfilled" && (
        <Notice
          actions={[
            { label: strings.canned.unfilled.sendAnyway, run: () => props.onSendAnyway(held) },
            { label: strings.canned.unfilled.show, run: props.onShow, isMain: true },
          ]}
        >
          {strings.canned.unfilled.title(held.word)}
        </Notice>
      )}
      {held?.kind === "forgotten" && (
        <ForgottenFileNotice word={held.word} onAttach={props.onAttach} onSendAnyway={() => props.onSendAnyway(held)} />
      )}
    </>
  );
}
