"use client";

import { Inbox } from "lucide-react";
import { CommandButton } from "../command/command-button.tsx";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { EmptyState } from "../ui/empty-state.tsx";

export function NothingOpen() {
  const words = useFirstStrings().conversation;
  return (
    <EmptyState
      icon={Inbox}
      {...words.none}
      className="grow"
      action={
        <span data-tour="commands" className="flex flex-wrap justify-center gap-2">
          <CommandButton command="app.palette" />
          <CommandButton command="app.shortcuts" />
        </span>
      }
    />
  );
}
