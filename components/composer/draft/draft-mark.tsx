import { useStrings } from "../../language/use-strings.ts";
import type { DraftState } from "./draft-keeper.ts";

/** Whether what is written is kept, and since when. A failure is said aloud; that all is well is not. */
export function DraftMark({ state }: { state: DraftState }) {
  const strings = useStrings();
  const words = strings.composer;
  const text = () => {
    switch (state.kind) {
      case "saved":
        return words.savedAt(new Intl.DateTimeFormat(strings.locale, { timeStyle: "short" }).format(state.at));
      case "saving":
        return words.saving;
      case "failed":
        return words.notSaved;
      case "untouched":
      case "conflict":
      case "gone":
        return "";
      default:
        return state satisfies never;
    }
  };
  const isBad = state.kind === "failed";
  return (
    <output
      aria-live={isBad ? "polite" : "off"}
      className={`ml-2 min-w-0 truncate text-xs ${isBad ? "text-bad" : "text-ink-3"}`}
    >
      {text()}
    </output>
  );
}
