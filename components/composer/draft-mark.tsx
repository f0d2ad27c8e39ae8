import { strings } from "#lib/strings/strings";
import type { DraftState } from "./use-draft.ts";

const words: Record<DraftState, string> = {
  untouched: "",
  saving: strings.composer.saving,
  saved: strings.composer.saved,
  failed: strings.composer.notSaved,
};

/** Whether what is written is kept. */
export function DraftMark({ state }: { state: DraftState }) {
  return (
    <output aria-live="off" className="ml-2 truncate text-xs text-ink-3">
      {words[state]}
    </output>
  );
}
