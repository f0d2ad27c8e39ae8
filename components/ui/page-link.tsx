"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";
import { isPlainClick } from "./is-plain-click.ts";

export type PageLinkProps = Omit<ComponentProps<"a">, "href"> & { href: string };

/** A link to another page, for pages that are to load fast: it reads nothing ahead, and Next's own is as large as a pane. */
export function PageLink({ href, onClick, children, ...rest }: PageLinkProps) {
  const router = useRouter();
  const handleClick = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!isPlainClick(event)) return;
    event.preventDefault();
    router.push(href);
  };
  return (
    <a href={href} onClick={handleClick} {...rest}>
      {children}
    </a>
  );
}
