import type { ImapFlow } from "imapflow";
import type { SessionEvents } from "./session-events.ts";
import type { RemoteFolder, ServerCapabilities } from "./session.ts";

/** What the verbs of this room work with: one logged-in client. */
export type Connection = {
  client: ImapFlow;
  host: string;
  capabilities: ServerCapabilities;
  events: SessionEvents;
  /** The server announces IDLE and refused it once. */
  isIdleRefused: boolean;
  /** And LIST-STATUS. */
  isListStatusRefused: boolean;
  /** The lines of its last answer, and what they meant. */
  listing: { answers: ReadonlySet<string>; folders: RemoteFolder[] } | null;
  /** What must not appear in a message, whoever wrote it. */
  secrets: string[];
};
