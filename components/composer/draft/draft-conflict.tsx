"use client";

import { useStrings } from "../../language/use-strings.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import type { DraftState } from "./draft-keeper.ts";

export type DraftConflictProps = { state: DraftState; onMine: () => void; onTheirs: () => void };

/** Two windows wrote on one draft: nothing is overwritten until their writer has said which one stands. */
export function DraftConflict({ state, onMine, onTheirs }: DraftConflictProps) {
  const words = useStrings().composer;
  if (state.kind !== "conflict" && state.kind !== "gone") return null;
  const isGone = state.kind === "gone";
  return (
    <Banner
      tone="warn"
      role="alert"
      className="rounded-none border-b border-line"
      action={
        <span className="flex gap-1.5">
          {!isGone && (
            <Button size="sm" onClick={onTheirs}>
              {words.conflict.theirs}
            </Button>
          )}
          <Button size="sm" look="primary" onClick={onMine}>
            {words.conflict.mine}
          </Button>
        </span>
      }
    >
      {isGone ? words.gone : words.conflict.title}
    </Banner>
  );
}
