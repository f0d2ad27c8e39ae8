import { ActFailures, ActOnConversations } from "#lib/contracts/conversation-act";
import { actOnMany } from "#server/commands/conversations/act-on-many";
import { route } from "#server/http/route";

export const POST = route(
  { summary: "Do several things to several conversations in one go", body: ActOnConversations, response: ActFailures },
  ({ agent, body }) => actOnMany(agent, body.acts),
);
