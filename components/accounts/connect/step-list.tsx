import { Check } from "lucide-react";
import { cn } from "#lib/cn";
import { useStrings } from "../../language/use-strings.ts";

export type StepListProps = { step: number; onStep: (step: number) => void };

/** Where one is; a step that is done can be gone back to. */
export function StepList({ step, onStep }: StepListProps) {
  const words = useStrings().accounts.connectForm;
  return (
    <ol className="flex flex-wrap gap-x-2 gap-y-1 text-xs">
      {words.steps.map((name, index) => {
        const isDone = index < step;
        const mark = (
          <>
            <span
              className={cn(
                "grid size-[18px] place-items-center rounded-full border text-2xs",
                index === step && "border-transparent bg-accent font-strong text-accent-ink",
                isDone && "border-accent text-accent",
                index > step && "border-line-strong",
              )}
            >
              {isDone ? <Check aria-hidden className="size-3!" /> : index + 1}
            </span>
            {name}
          </>
        );
        const classes = "flex h-6 items-center gap-1.5";
        return (
          <li
            key={name}
            aria-current={index === step ? "step" : undefined}
            className={cn("flex items-center gap-2", index === step ? "text-ink" : "text-ink-3")}
          >
            {isDone ? (
              <button type="button" onClick={() => onStep(index)} className={cn(classes, "rounded-md hover:text-ink")}>
                {mark}
              </button>
            ) : (
              <span className={classes}>{mark}</span>
            )}
            {index < words.steps.length - 1 && <span aria-hidden className="h-px w-6 bg-line-strong max-pair:w-3" />}
          </li>
        );
      })}
    </ol>
  );
}
