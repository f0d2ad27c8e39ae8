/**
 * What the server answers to the inbox's questions. Checking an answer takes a library as large as the list itself, so this comes after the
 * page, with the first question; import it nowhere but in `api.ts`, and as a type.
 */
import { z } from "zod";
import { Account, Folder } from "../contracts/account.ts";
import { Agent, Inbox, Me, Workspace } from "../contracts/agent.ts";
import { ActFailures } from "../contracts/conversation-act.ts";
import { CannedReply } from "../contracts/canned-reply.ts";
import { Conversation, ConversationDetail, Counts, Tag } from "../contracts/conversation.ts";
import { Draft } from "../contracts/draft.ts";
import { AttachmentText, MessageText, QuotedMessage } from "../contracts/message.ts";
import { BegunSignIn } from "../contracts/oauth.ts";
import { pageOf } from "../contracts/paging.ts";
import { Problem } from "../contracts/problem.ts";
import { Person, RecentSearch, SavedView, SearchProgress } from "../contracts/search.ts";
import { AcceptedSend } from "../contracts/send.ts";

export const answers = {
  /** Of next-auth. */
  csrf: z.object({ csrfToken: z.string() }),
  acceptedSend: AcceptedSend,
  accounts: pageOf(Account),
  actFailures: ActFailures,
  agents: pageOf(Agent),
  attachmentText: AttachmentText,
  begunSignIn: BegunSignIn,
  cannedReply: CannedReply,
  cannedReplies: pageOf(CannedReply),
  conversation: ConversationDetail,
  conversations: pageOf(Conversation),
  counts: Counts,
  draft: Draft,
  drafts: pageOf(Draft),
  folder: Folder,
  folders: pageOf(Folder),
  inboxes: pageOf(Inbox),
  me: Me,
  messageText: MessageText,
  people: pageOf(Person),
  problem: Problem,
  quotedMessage: QuotedMessage,
  recentSearches: pageOf(RecentSearch),
  savedView: SavedView,
  savedViews: pageOf(SavedView),
  searchProgress: SearchProgress,
  tags: pageOf(Tag),
  workspace: Workspace,
};
