import type { ComponentProps } from "react";
import { cn } from "#lib/cn";
import { Card } from "./card.tsx";

/** Scrolls sideways on its own where the page is narrow. */
export function Table({ className, ...rest }: ComponentProps<"table">) {
  return (
    <Card className="overflow-x-auto">
      <table className={cn("w-full border-collapse text-sm tabular-nums", className)} {...rest} />
    </Card>
  );
}

export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={cn("border-b border-line last:border-0", className)} {...rest} />;
}

export function TableHead({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={cn(
        "border-b border-line px-4 py-2 text-left text-xs font-normal whitespace-nowrap text-ink-3",
        className,
      )}
      {...rest}
    />
  );
}

export function TableCell({ className, ...rest }: ComponentProps<"td">) {
  return <td className={cn("px-4 py-2 text-ink-2 first:text-ink", className)} {...rest} />;
}
