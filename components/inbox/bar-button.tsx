import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";

export type BarButtonProps = Omit<ComponentProps<"button">, "children"> & { icon: LucideIcon; children: string };

/** One act of the bar that stands below everything on a phone. */
export function BarButton({ icon: Icon, children, ...rest }: BarButtonProps) {
  return (
    <button
      type="button"
      className="flex h-14 min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 text-2xs text-ink-2 active:bg-hover aria-expanded:bg-hover focus-visible:-outline-offset-2"
      {...rest}
    >
      <Icon aria-hidden className="size-5!" />
      <span className="max-w-full truncate px-0.5">{children}</span>
    </button>
  );
}
