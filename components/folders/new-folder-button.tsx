"use client";

import { FolderPlus } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { Account } from "#lib/contracts/account";
import { FolderNameDialog } from "./folder-name-dialog.tsx";

export type NewFolderButtonProps = {
  account: Account;
  /** Draws the button that opens the form. */
  children: (open: () => void, icon: ReactNode) => ReactNode;
};

export function NewFolderButton({ account, children }: NewFolderButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {children(() => setIsOpen(true), <FolderPlus aria-hidden />)}
      {isOpen && <FolderNameDialog account={account} onClose={() => setIsOpen(false)} />}
    </>
  );
}
