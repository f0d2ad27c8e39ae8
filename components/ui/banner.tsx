import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";

const tones = {
  info: { icon: Info, ground: "bg-accent-soft", ink: "text-accent" },
  warn: { icon: TriangleAlert, ground: "bg-warn-soft", ink: "text-warn" },
  bad: { icon: CircleAlert, ground: "bg-bad-soft", ink: "text-bad" },
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
  const { icon: Icon, ground, ink } = tones[tone];
  return (
    <div
      role={role}
      aria-live={isPolite ? "polite" : undefined}
      className={cn("flex items-start gap-2 rounded-md px-3 py-2 text-xs text-ink-2", ground, className)}
    >
      <div className="flex min-w-0 grow items-start gap-2 self-center">
        <Icon aria-hidden className={cn("mt-[calc((1lh-0.875rem)/2)] size-3.5!", ink)} />
        <div className="min-w-0 grow text-pretty">{children}</div>
      </div>
      {action !== undefined && <div className="-my-1 shrink-0 self-center">{action}</div>}
    </div>
  );
}
