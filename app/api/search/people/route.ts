import { pageOf } from "#lib/contracts/paging";
import { PeopleQuery, Person } from "#lib/contracts/search";
import { route } from "#server/http/route";
import { suggestPeople } from "#server/queries/search/suggest-people";

export const GET = route(
  { summary: "Who has written, by the beginning of a name or address", query: PeopleQuery, response: pageOf(Person) },
  ({ agent, query }) => suggestPeople(agent, query),
);
