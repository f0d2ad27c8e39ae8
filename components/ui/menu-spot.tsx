"use client";

import { Ellipsis } from "lucide-react";
import { Suspense, useState, type ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";

export type MenuSpotProps = {
  /** Of what it is the menu. */
  label: string;
  size?: "sm" | "md";
  className?: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The menu itself, with a button as this one is; its code may come later. */
  children: ReactNode;
};

/** The button of a menu that stands in a long list: the menu is made when it is first opened, and stays. */
export function MenuSpot({ label, size = "md", className, open, onOpenChange, children }: MenuSpotProps) {
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  const button = (
    <IconButton
      icon={Ellipsis}
      label={label}
      size={size}
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={() => onOpenChange(true)}
      {...(className && { className })}
    />
  );
  return open || wasOpen ? <Suspense fallback={button}>{children}</Suspense> : button;
}
