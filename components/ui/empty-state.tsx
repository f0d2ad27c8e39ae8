import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";

export type EmptyStateProps = {
  icon?: LucideIcon;
  title: string;
  /** Where nothing else is on the page, the title is its heading. */
  isPage?: boolean;
  /** What would be here. */
  text?: ReactNode;
  /** The next step. */
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ icon: Icon, title, isPage = false, text, action, className }: EmptyStateProps) {
  const Title = isPage ? "h1" : "p";
  return (
    <div className={cn("flex flex-col items-center justify-center gap-1 px-6 py-16 text-center", className)}>
      {Icon && <Icon aria-hidden className="mb-2 size-6! text-ink-3" />}
      <Title className="font-strong text-ink">{title}</Title>
      {text !== undefined && <p className="max-w-80 text-balance text-ink-3">{text}</p>}
      {action !== undefined && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  );
}
