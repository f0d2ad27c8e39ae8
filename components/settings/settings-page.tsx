import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import { useStrings } from "../language/use-strings.ts";

export type SettingsPageProps = {
  title: ReactNode;
  text?: ReactNode;
  /** Beside the title. */
  action?: ReactNode;
  /** The page above, where it is not the list of settings. */
  back?: { href: string; label: string };
  /** Forms read better narrow. */
  isNarrow?: boolean;
  children: ReactNode;
};

export function SettingsPage({ title, text, action, back, isNarrow = false, children }: SettingsPageProps) {
  const strings = useStrings();
  const { href, label } = back ?? { href: "/settings", label: strings.settings.allSettings };
  return (
    <main className="min-h-0 min-w-0 grow overflow-y-auto bg-surface pair:border-l pair:border-line">
      <div
        className={cn(
          "mx-auto flex w-full flex-col gap-5 px-8 py-7 max-pair:px-4 max-pair:pt-3",
          isNarrow ? "max-w-[680px]" : "max-w-[960px]",
        )}
      >
        <Link
          href={href}
          className={cn(
            "-mb-3 -ml-1 flex min-h-6 w-fit items-center gap-1 rounded-md pr-2 text-ink-3 hover:text-ink max-pair:min-h-9",
            back === undefined && "pair:hidden",
          )}
        >
          <ChevronLeft aria-hidden />
          {label}
        </Link>
        <header className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow basis-80 max-pair:basis-auto">
            <h1 className="text-xl tracking-[-0.01em]">{title}</h1>
            {text !== undefined && <p className="text-pretty text-ink-3">{text}</p>}
          </div>
          {action}
        </header>
        {children}
      </div>
    </main>
  );
}
