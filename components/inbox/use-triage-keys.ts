"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "../ui/toast.ts";
import { meOptions } from "#lib/query/agents";
import { useShortcut } from "../command/shortcuts.tsx";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { useInboxStore, type WantedMenu } from "./inbox-state.tsx";
import { undoLast } from "./undo-stack.ts";
import { currentLocation } from "./use-inbox-location.ts";
import { useCopyLink } from "./use-copy-link.ts";
import { useTriage } from "./use-triage.ts";

/** The keys that decide about conversations. */
export function useTriageKeys(): void {
  const strings = useFirstStrings();
  const { data: me } = useQuery(meOptions());
  const store = useInboxStore();
  const { targets, perform } = useTriage();
  const copyLink = useCopyLink();

  const open = (menu: WantedMenu) => {
    const [only] = targets();
    if (!only) return;
    const { selected, setWantedMenu } = store.getState();
    const isOfRow = currentLocation().conversationId === null && selected.size === 0;
    setWantedMenu(menu, isOfRow ? only.id : null);
  };

  useShortcut("conversation.close", () => {
    const isAllClosed = targets().every((row) => row.status === "closed");
    perform({ kind: "status", status: isAllClosed ? "open" : "closed" });
  });
  useShortcut("conversation.pending", () => perform({ kind: "status", status: "pending" }));
  useShortcut("conversation.copyLink", () => {
    const [first] = targets();
    if (first) copyLink(first.id);
  });
  useShortcut("conversation.archive", () => perform({ kind: "move", role: "archive" }));
  useShortcut("conversation.trash", () => perform({ kind: "move", role: "trash" }));
  useShortcut("conversation.junk", () => {
    const isAllJunk = targets().every((row) => row.roles.includes("junk"));
    perform({ kind: "move", role: isAllJunk ? "inbox" : "junk" });
  });
  useShortcut("conversation.flag", () => perform({ kind: "flagged", flagged: !targets().every((row) => row.flagged) }));
  useShortcut("conversation.seen", () => perform({ kind: "seen", seen: true }));
  useShortcut("conversation.unseen", () => perform({ kind: "seen", seen: false }));
  useShortcut(
    "conversation.assignToMe",
    () => perform({ kind: "assignee", assignee: me ? { id: me.id, name: me.name } : null }),
    me !== undefined,
  );
  useShortcut("conversation.assign", () => open("assign"));
  useShortcut("conversation.tag", () => open("tag"));
  useShortcut("conversation.move", () => open("move"));
  useShortcut("conversation.snooze", () => open("snooze"));
  useShortcut("conversation.undo", () => {
    if (!undoLast()) toast(strings.conversation.nothingToUndo, { duration: 2000 });
  });
}
