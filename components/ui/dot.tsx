import { cn } from "#lib/cn";

const tones = { accent: "bg-accent", good: "bg-good", warn: "bg-warn", bad: "bg-bad", quiet: "bg-quiet" };

export type DotProps = {
  tone?: keyof typeof tones;
  /** One of the twelve colours that people tell things apart by, instead of a tone. */
  color?: number;
  shape?: "round" | "square";
  /** What it says; without it the dot only repeats words beside it. */
  label?: string;
  className?: string;
};

export function Dot({ tone, color, shape = "round", label, className }: DotProps) {
  return (
    <span
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
      {...(color !== undefined && { "data-color": color % 12 })}
      data-tone={tone}
      className={cn(
        "inline-block shrink-0",
        shape === "round" ? "size-[7px] rounded-full" : "size-2 rounded-[2.5px]",
        tone ? tones[tone] : "bg-swatch",
        className,
      )}
    />
  );
}
