import { SaveTag, Tag } from "#lib/contracts/conversation";
import { pageOf } from "#lib/contracts/paging";
import { saveTag } from "#server/commands/tags/save-tag";
import { route } from "#server/http/route";
import { listTags } from "#server/queries/tags/list-tags";

export const GET = route({ summary: "All tags", response: pageOf(Tag) }, () => listTags());

export const POST = route({ summary: "Make a tag", body: SaveTag, response: Tag, status: 201 }, ({ body }) =>
  saveTag(null, body),
);
