import { Check } from "lucide-react";
import { cn } from "#lib/cn";
import { useStrings } from "../../language/use-strings.ts";
import type { DraftState } from "./draft-keeper.ts";

/** Whether what is written is kept, and since when. A failure is said aloud, whatever the room; that all is well is not. */
export function DraftMark({ state }: { state: DraftState }) {
  const words = useStrings().composer;
  const isBad = state.kind === "failed";
  return (
    <output
      aria-live={isBad ? "polite" : "off"}
      className={cn(
        "ml-2 min-w-3.5 grow text-xs",
        isBad
          ? "text-bad @max-[40rem]/composer:order-first @max-[40rem]/composer:basis-full"
          : "h-4 basis-0 overflow-hidden text-ink-3 @max-[29rem]/composer:ml-0",
      )}
    >
      {state.kind === "saved" && <Saved at={state.at} />}
      {state.kind === "saving" && <span className="@max-[29rem]/composer:sr-only">{words.saving}</span>}
      {isBad && words.notSaved}
    </output>
  );
}

/** Where there is little room the time goes, as it is cut off with its line; where there is none, a tick stands for it all. */
function Saved({ at }: { at: Date }) {
  const strings = useStrings();
  const time = new Intl.DateTimeFormat(strings.locale, { timeStyle: "short" }).format(at);
  return (
    <>
      <span className="@max-[29rem]/composer:sr-only">{strings.composer.savedAt(time)}</span>
      <Check aria-hidden className="hidden size-3.5! @max-[29rem]/composer:block" />
    </>
  );
}
