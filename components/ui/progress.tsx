import { cn } from "#lib/cn";

export type ProgressProps = {
  /** What goes on. */
  label: string;
  done: number;
  /** 0 while it is not known yet. */
  total: number;
  className?: string;
};

export function Progress({ label, done, total, className }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      max={total > 0 ? total : 1}
      {...(total > 0 && { value: Math.min(done, total) })}
      className={cn(
        "block h-1 w-full appearance-none overflow-hidden rounded-sm bg-line",
        "[&::-moz-progress-bar]:rounded-sm [&::-moz-progress-bar]:bg-accent",
        "[&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:rounded-sm [&::-webkit-progress-value]:bg-accent",
        className,
      )}
    />
  );
}
