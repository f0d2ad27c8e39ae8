import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type FieldNoteProps = {
  id: string;
  /** Said until there is an error. */
  hint?: ReactNode;
  error?: string | undefined;
};

/** What is said below a control; names itself by `id` to the control that it describes. */
export function FieldNote({ id, hint, error }: FieldNoteProps) {
  return (
    <div id={id} aria-live="polite" className="text-xs text-pretty empty:hidden">
      {error === undefined ? (
        hint !== undefined && <span className="text-ink-3">{hint}</span>
      ) : (
        <span className="flex items-start gap-1 text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-3!" />
          {error}
        </span>
      )}
    </div>
  );
}
