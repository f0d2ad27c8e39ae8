import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn";
import { Kbd } from "./kbd.tsx";

const looks = {
  default: "border-line bg-surface text-ink-2 hover:bg-hover [&_.lucide]:text-ink-3",
  primary: "border-transparent bg-accent font-strong text-accent-ink hover:bg-accent/90",
  ghost: "border-transparent text-ink-2 hover:bg-hover [&_.lucide]:text-ink-3",
  danger: "border-line bg-surface text-bad hover:bg-bad-soft",
};

/** Larger under a finger than under a pointer. */
const sizes = {
  sm: "h-6 px-2 text-xs pointer-coarse:h-8 pointer-coarse:px-3",
  md: "h-7 px-2.5 text-sm pointer-coarse:h-9 pointer-coarse:px-3",
  lg: "h-9 px-4 text-sm pointer-coarse:h-11",
};

export type ButtonProps = ComponentProps<"button"> & {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
  /** Shown inside; the key itself is bound elsewhere. */
  keys?: string | undefined;
  /** Stays as wide as it is, says it is busy, and takes no second click. */
  isBusy?: boolean;
  /** Gives its looks to its only child, e.g. a link. */
  asChild?: boolean;
};

export function Button(props: ButtonProps) {
  const { look = "default", size = "md", keys, isBusy = false, asChild = false, className, children, ...rest } = props;
  const classes = cn(
    "inline-flex shrink-0 items-center justify-center gap-[7px] rounded-md border whitespace-nowrap select-none",
    "transition-colors duration-100 disabled:opacity-50 aria-disabled:opacity-50",
    looks[look],
    sizes[size],
    className,
  );
  if (asChild)
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    );
  return (
    <button
      type="button"
      className={classes}
      aria-busy={isBusy || undefined}
      {...rest}
      disabled={rest.disabled || isBusy}
    >
      {children}
      {keys !== undefined && <Kbd inverse={look === "primary"}>{keys}</Kbd>}
    </button>
  );
}
