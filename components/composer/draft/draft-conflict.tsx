"use client";

import { useStrings } from "../../language/use-strings.ts";
import { Notice } from "../notice.tsx";
import type { DraftState } from "./draft-keeper.ts";

export type DraftConflictProps = { state: DraftState; onMine: () => void; onTheirs: () => void };

/** Two windows wrote on one draft: nothing is overwritten until their writer has said which one stands. */
export function DraftConflict({ state, onMine, onTheirs }: DraftConflictProps) {
  const words = useStrings().composer;
  if (state.kind !== "conflict" && state.kind !== "gone") return null;
  const isGone = state.kind === "gone";
  const mine = { label: words.conflict.mine, run: onMine, isMain: true };
  const theirs = { label: words.conflict.theirs, run: onTheirs };
  return <Notice actions={isGone ? [mine] : [theirs, mine]}>{isGone ? words.gone : words.conflict.title}</Notice>;
}
