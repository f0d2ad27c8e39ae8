import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";

export type SaveBarProps = { isDirty: boolean; isBusy: boolean; isSaved: boolean; label?: string };

/** The end of a form on a page: says whether there is something to save, and that it was. */
export function SaveBar({ isDirty, isBusy, isSaved, label }: SaveBarProps) {
  const strings = useStrings();
  return (
    <div className="flex items-center gap-3">
      <Button type="submit" look="primary" isBusy={isBusy} disabled={!isDirty}>
        {label ?? strings.common.save}
      </Button>
      <output aria-live="polite" className="text-xs text-ink-3">
        {isSaved && !isDirty && strings.settings.saved}
      </output>
    </div>
  );
}
