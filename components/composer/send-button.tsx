"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { cn } from "#lib/cn";
import { snoozeChoices } from "#lib/snooze";
import { momentAhead } from "#lib/time";
import type { ConversationStatus } from "#lib/contracts/vocabulary";
import { useKeyLabel } from "../command/shortcuts.tsx";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "../ui/menu.tsx";
import { useNow } from "../ui/use-now.ts";
import { PickSendTime } from "./pick-send-time.tsx";

/** What becomes of the conversation with the mail, and when it is to leave; absent for nothing, and for now. */
export type SendWish = { status?: ConversationStatus; sendAt?: Date };

export type SendButtonProps = {
  isBusy: boolean;
  /** Nothing else is to be done before. */
  isMain: boolean;
  /** A new mail has no conversation yet to be closed. */
  hasStatus: boolean;
  onSend: (wish: SendWish) => void;
};

export function SendButton({ isBusy, isMain, hasStatus, onSend }: SendButtonProps) {
  const strings = useStrings();
  const words = strings.composer;
  const keyOf = useKeyLabel();
  const now = useNow();
  const [isPicking, setIsPicking] = useState(false);
  const look = isMain ? "primary" : "default";
  return (
    <span className="inline-flex shrink-0">
      <Button
        look={look}
        keys={keyOf("write.send")}
        isBusy={isBusy}
        onClick={() => onSend({})}
        className="rounded-r-none"
      >
        {words.send}
      </Button>
      <Menu
        align="end"
        side="top"
        trigger={
          <Button
            look={look}
            aria-label={words.sendMenu}
            disabled={isBusy}
            className={cn("w-[26px] rounded-l-none px-0", isMain ? "border-l-accent-ink/30" : "border-l-0")}
          >
            <ChevronDown aria-hidden className="size-[13px]!" />
          </Button>
        }
      >
        {hasStatus && (
          <>
            <MenuItem keys={keyOf("write.sendAndClose")} onSelect={() => onSend({ status: "closed" })}>
              {words.sendAndClose}
            </MenuItem>
            <MenuItem onSelect={() => onSend({ status: "pending" })}>{words.sendAndPend}</MenuItem>
            <MenuSeparator />
          </>
        )}
        <MenuLabel>{words.sendLater}</MenuLabel>
        {now &&
          snoozeChoices(now).map(({ choice, until }) => (
            <MenuItem key={choice} onSelect={() => onSend({ sendAt: until })}>
              {strings.conversation.snoozes[choice]}
              <span className="ml-3 text-xs text-ink-3 tabular-nums">{momentAhead(until, now, strings.locale)}</span>
            </MenuItem>
          ))}
        <MenuItem onSelect={() => setIsPicking(true)}>{strings.conversation.snoozePick}</MenuItem>
      </Menu>
      {isPicking && (
        <PickSendTime
          onClose={() => setIsPicking(false)}
          onPick={(sendAt) => {
            setIsPicking(false);
            onSend({ sendAt });
          }}
        />
      )}
    </span>
  );
}
