import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";

const tones = {
  info: { icon: Info, classes: "bg-accent-soft text-ink-2 [&>.lucide]:text-accent" },
  warn: { icon: TriangleAlert, classes: "bg-warn-soft text-ink-2 [&>.lucide]:text-warn" },
  bad: { icon: CircleAlert, classes: "bg-bad-soft text-ink-2 [&>.lucide]:text-bad" },
};

export type BannerProps = {
  tone?: keyof typeof tones;
  children: ReactNode;
  action?: ReactNode;
  /** For what went wrong just now. */
  role?: "alert";
  /** For news that may wait until a screen reader has finished. */
  isPolite?: boolean;
  className?: string;
};

/** What happened, what it means and what to do, in a sentence, where it happened. */
export function Banner({ tone = "info", children, action, role, isPolite = false, className }: BannerProps) {
  const { icon: Icon, classes } = tones[tone];
  return (
    <div
      role={role}
      aria-live={isPolite ? "polite" : undefined}
      className={cn("flex items-start gap-2 rounded-md px-3 py-2 text-xs", classes, className)}
    >
      <Icon aria-hidden className="mt-[calc((1lh-0.875rem)/2)] size-3.5!" />
      <div className="min-w-0 grow text-pretty">{children}</div>
      {action !== undefined && <div className="-my-1 shrink-0 self-center">{action}</div>}
    </div>
  );
}
