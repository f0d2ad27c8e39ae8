"use client";

import { createContext, type ComponentType } from "react";

/** The panes of an open conversation, where a page brings their code with it; null where they come after it. */
export type ReadyPanes = {
  ConversationPane: ComponentType<{ conversationId: number }>;
  ContextPane: ComponentType<{ conversationId: number }>;
};

export const ReadyPanesContext = createContext<ReadyPanes | null>(null);
