import type { ReactNode } from "react";
import type { Conversation } from "#lib/contracts/conversation";

/** A menu that does something with conversations: what it hangs from and whether it is open are its owner's. */
export type TargetMenuProps = {
  rows: readonly Conversation[];
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};
