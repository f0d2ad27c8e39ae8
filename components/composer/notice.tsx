import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";

export type NoticeProps = {
  children: string;
  /** What can be done about it, the main thing marked and last. */
  actions: readonly { label: string; run: () => void; isMain?: boolean }[];
};

/** Something to decide before a mail goes on its way, in the composer itself. */
export function Notice({ children, actions }: NoticeProps) {
  return (
    <Banner
      tone="warn"
      role="alert"
      className="rounded-none border-b border-line py-1 leading-6 pointer-coarse:py-1.5 pointer-coarse:leading-8"
    >
      <span className="flex flex-wrap items-start gap-x-3">
        {/* Its first line stands beside the sign, and beside the buttons where they have room. */}
        <span className="grow basis-44 py-1 leading-4 text-pretty pointer-coarse:py-2">{children}</span>
        <span className="ml-auto flex flex-wrap justify-end gap-1.5">
          {actions.map(({ label, run, isMain = false }) => (
            <Button key={label} size="sm" look={isMain ? "primary" : "default"} onClick={run}>
              {label}
            </Button>
          ))}
        </span>
      </span>
    </Banner>
  );
}
