"use client";

import { ChevronDown } from "lucide-react";
import type { ConversationStatus } from "#lib/contracts/vocabulary";
import { useKeyLabel } from "../command/shortcuts.tsx";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";

export type SendButtonProps = {
  isBusy: boolean;
  /** A new mail has no conversation yet to be closed. */
  hasStatus: boolean;
  onSend: (status?: ConversationStatus) => void;
};

export function SendButton({ isBusy, hasStatus, onSend }: SendButtonProps) {
  const words = useStrings().composer;
  const keyOf = useKeyLabel();
  return (
    <span className="inline-flex">
      <Button
        look="primary"
        keys={keyOf("write.send")}
        isBusy={isBusy}
        onClick={() => onSend()}
        className={hasStatus ? "rounded-r-none" : ""}
      >
        {words.send}
      </Button>
      {hasStatus && (
        <Menu
          align="end"
          side="top"
          trigger={
            <Button
              look="primary"
              aria-label={words.sendMenu}
              disabled={isBusy}
              className="w-[26px] rounded-l-none border-l-accent-ink/30 px-0"
            >
              <ChevronDown aria-hidden className="size-[13px]!" />
            </Button>
          }
        >
          <MenuItem keys={keyOf("write.sendAndClose")} onSelect={() => onSend("closed")}>
            {words.sendAndClose}
          </MenuItem>
          <MenuItem onSelect={() => onSend("pending")}>{words.sendAndPend}</MenuItem>
        </Menu>
      )}
    </span>
  );
}
