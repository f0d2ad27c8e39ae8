import { AddCannedReply, CannedReply } from "#lib/contracts/canned-reply";
import { pageOf } from "#lib/contracts/paging";
import { addCannedReply } from "#server/commands/canned-replies/add-canned-reply";
import { route } from "#server/http/route";
import { listCannedReplies } from "#server/queries/canned-replies/list-canned-replies";
import { readCannedReply } from "#server/queries/canned-replies/read-canned-reply";

export const GET = route(
  { summary: "Canned replies of your inboxes, and everybody's", response: pageOf(CannedReply) },
  ({ agent }) => listCannedReplies(agent),
);

export const POST = route(
  { summary: "Keep a canned reply", body: AddCannedReply, response: CannedReply, status: 201 },
  async ({ agent, body }) => readCannedReply(agent, await addCannedReply(agent, body)),
);
