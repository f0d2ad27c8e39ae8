import type { ComponentProps } from "react";
import { cn } from "#lib/cn";

export function Card({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("overflow-hidden rounded-lg border border-line bg-surface", className)} {...rest} />;
}
