import type { ConversationFilter } from "../inbox-location.ts";

/** Every key of the cache, broad to narrow. */
export const keys = {
  me: ["me"] as const,
  agents: ["agents"] as const,
  invitations: ["invitations"] as const,
  tokens: ["tokens"] as const,
  sessions: ["sessions"] as const,
  inboxes: ["inboxes"] as const,
  /** Below `inboxes`: what happens to an inbox makes it old, too. */
  tagKeywords: (inboxId: number) => ["inboxes", inboxId, "tag-keywords"] as const,
  workspace: ["workspace"] as const,
  tags: ["tags"] as const,
  accounts: ["accounts"] as const,
  account: (id: number) => ["accounts", id] as const,
  /** Below `accounts`: what happens to an account makes it old, too. */
  health: ["accounts", "health"] as const,
  accountHealth: (accountId: number) => ["accounts", "health", accountId] as const,
  quarantine: (accountId: number, folderId: number) =>
    ["accounts", "health", accountId, "quarantine", folderId] as const,
  /** Below `accounts`, too. */
  archive: (accountId: number) => ["accounts", "archive", accountId] as const,
  oauthProviders: ["oauth-providers"] as const,
  signIn: (id: string) => ["sign-ins", id] as const,
  discovered: (emailAddress: string) => ["discovered", emailAddress] as const,
  allFolders: ["folders"] as const,
  folders: (accountId: number) => ["folders", accountId] as const,
  counts: ["counts"] as const,
  conversationLists: ["conversation-lists"] as const,
  conversationList: (filter: ConversationFilter) => ["conversation-lists", filter] as const,
  conversations: ["conversations"] as const,
  conversation: (id: number) => ["conversations", id] as const,
  messageTexts: ["message-texts"] as const,
  messageText: (id: number) => ["message-texts", id] as const,
  messageEvent: (id: number) => ["message-events", id] as const,
  messageSource: (id: number) => ["message-sources", id] as const,
  attachmentText: (id: number) => ["attachment-texts", id] as const,
  contact: (address: string) => ["contact", address] as const,
  contactFacts: (address: string) => ["contact", "facts", address] as const,
  contacts: ["contact"] as const,
  drafts: ["drafts"] as const,
  conversationDrafts: (conversationId: number | null) => ["drafts", conversationId] as const,
  forwardedFiles: (messageId: number) => ["forwarded-files", messageId] as const,
  views: ["views"] as const,
  recentSearches: ["search", "recent"] as const,
  searchProgress: ["search", "progress"] as const,
  people: (q: string) => ["search", "people", q] as const,
  transfers: ["transfers"] as const,
  /** Below `transfers`: what happens to one makes its report old, too. */
  transfer: (id: number) => ["transfers", id] as const,
  exportSize: (scope: string, id: number | null) => ["export-size", scope, id] as const,
  send: (id: number) => ["sends", id] as const,
};
