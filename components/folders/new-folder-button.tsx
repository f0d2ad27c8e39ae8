"use client";

import { FolderPlus } from "lucide-react";
import { Suspense, useState, type ReactNode } from "react";
import type { Account } from "#lib/contracts/account";
import { later } from "../ui/later.tsx";

const FolderNameDialog = later(async () => (await import("./folder-name-dialog.tsx")).FolderNameDialog);

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
      <Suspense>{isOpen && <FolderNameDialog account={account} onClose={() => setIsOpen(false)} />}</Suspense>
    </>
  );
}
