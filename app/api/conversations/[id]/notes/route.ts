import { AddNote, Note } from "#lib/contracts/conversation";
import { IdParams } from "#lib/contracts/paging";
import { addNote } from "#server/commands/conversations/add-note";
import { route } from "#server/http/route";

export const POST = route(
  { summary: "Write a note for colleagues", params: IdParams, body: AddNote, response: Note, status: 201 },
  ({ agent, params, body }) => addNote(agent, params.id, body.text),
);
