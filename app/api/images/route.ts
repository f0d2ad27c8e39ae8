import { ImageQuery } from "#lib/contracts/message";
import { route } from "#server/http/route";
import { getRemoteImage } from "#server/queries/messages/get-remote-image";

export const GET = route(
  { summary: "A remote image of a message, fetched by us", query: ImageQuery, produces: "image/*" },
  ({ agent, query }) => getRemoteImage(agent, query),
);
