import { Contact, ContactQuery } from "#lib/contracts/contact";
import { route } from "#server/http/route";
import { getContact } from "#server/queries/contacts/get-contact";

export const GET = route(
  { summary: "What the inboxes have from an address", query: ContactQuery, response: Contact },
  ({ agent, query }) => getContact(agent, query.address),
);
