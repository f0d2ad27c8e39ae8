import { useStrings } from "../language/use-strings.ts";
import type { DraftState } from "./use-draft.ts";

/** Whether what is written is kept. */
export function DraftMark({ state }: { state: DraftState }) {
  const strings = useStrings();
  const words: Record<DraftState, string> = {
    untouched: "",
    saving: strings.composer.saving,
    saved: strings.composer.saved,
    failed: strings.composer.notSaved,
  };
  return (
    <output aria-live="off" className="ml-2 truncate text-xs text-ink-3">
      {words[state]}
    </output>
  );
}
