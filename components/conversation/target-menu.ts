import type { Conversation } from "#lib/contracts/conversation";
import type { PopoverProps } from "../ui/popover.tsx";

/** A menu that does something with conversations: what it hangs from and whether it is open are its owner's. */
export type TargetMenuProps = Pick<PopoverProps, "trigger" | "hangsFrom"> & {
  rows: readonly Conversation[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};
