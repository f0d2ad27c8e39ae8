/**
 * Rows for tests: `build.placement({ accountId })` makes the message and the folder that it needs. Each takes what matters to the test
 * and answers the row. Needs `useFreshStore()`.
 */
import { account, attachment, conversation, folder, message, placement, quarantined } from "./build/mail.ts";
import { agent, apiToken, inbox, invitation, session } from "./build/people.ts";
import { grantedAccount, signIn } from "./build/sign-ins.ts";
import { cannedReply, draft, note, operation, send, tag, transfer, view } from "./build/work.ts";

export const build = {
  account, agent, apiToken, attachment, cannedReply, conversation, draft, folder, grantedAccount, inbox, invitation, message, note, operation, placement, quarantined,
  send, session, signIn, tag, transfer, view,
}; // prettier-ignore
