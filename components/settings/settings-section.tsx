import { useId, type ReactNode } from "react";

export type SettingsSectionProps = { title: string; text?: ReactNode; action?: ReactNode; children: ReactNode };

/** A part of a page with a name of its own. */
export function SettingsSection({ title, text, action, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2.5">
        <div className="min-w-0 grow basis-80 max-pair:basis-auto">
          <h2 id={id} className="text-[0.9375rem]">
            {title}
          </h2>
          {text !== undefined && <p className="text-pretty text-ink-3">{text}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
