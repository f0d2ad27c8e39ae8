import { Check } from "lucide-react";
import { useStrings } from "../../language/use-strings.ts";
import type { DraftState } from "./draft-keeper.ts";

/** Whether what is written is kept, and since when. A failure is said aloud; that all is well is not. */
export function DraftMark({ state }: { state: DraftState }) {
  const words = useStrings().composer;
  const isBad = state.kind === "failed";
  return (
    <output
      aria-live={isBad ? "polite" : "off"}
      className={`ml-2 min-w-0 truncate text-xs ${isBad ? "text-bad" : "text-ink-3"}`}
    >
      {state.kind === "saved" && <Saved at={state.at} />}
      {state.kind === "saving" && words.saving}
      {isBad && words.notSaved}
    </output>
  );
}

/** Where there is no room for the words, a tick stands for them. */
function Saved({ at }: { at: Date }) {
  const strings = useStrings();
  const time = new Intl.DateTimeFormat(strings.locale, { timeStyle: "short" }).format(at);
  return (
    <>
      <span className="@max-[26rem]/composer:sr-only">{strings.composer.savedAt(time)}</span>
      <Check aria-hidden className="hidden size-3.5! @max-[26rem]/composer:block" />
    </>
  );
}
