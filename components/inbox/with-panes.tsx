"use client";

import type { ReactNode } from "react";
import { ContextPane } from "../conversation/context-pane.tsx";
import { ConversationPane } from "../conversation/conversation-pane.tsx";
import { ReadyPanesContext } from "./ready-panes.ts";

const panes = { ConversationPane, ContextPane };

/**
 * For pages that begin with a conversation: React takes its panes over with the rest of the page, in one go. Taken over later, they would be
 * compared with what was read since, thrown away for the difference, and drawn again under the reader's hand.
 */
export function WithPanes({ children }: { children: ReactNode }) {
  return <ReadyPanesContext value={panes}>{children}</ReadyPanesContext>;
}
