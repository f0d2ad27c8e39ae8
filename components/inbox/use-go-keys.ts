"use client";

import type { ConversationView } from "#lib/contracts/vocabulary";
import { useShortcut } from "../command/shortcuts.tsx";
import { useInboxState } from "./inbox-state.tsx";
import { goTo } from "./use-inbox-location.ts";

const go = (view: ConversationView) => goTo({ view, sort: "newest" }, null);

/** The keys that lead somewhere, and the one that writes a new mail. */
export function useGoKeys(): void {
  const setIsComposing = useInboxState((state) => state.setIsComposing);
  useShortcut("go.open", () => go("open"));
  useShortcut("go.mine", () => go("mine"));
  useShortcut("go.unassigned", () => go("unassigned"));
  useShortcut("go.drafts", () => go("drafts"));
  useShortcut("go.sent", () => go("sent"));
  useShortcut("go.all", () => go("all"));
  useShortcut("write.compose", () => setIsComposing(true));
}
