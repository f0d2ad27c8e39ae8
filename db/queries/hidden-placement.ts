/**
 * What a server without UIDPLUS could not take away from where it was: marked as deleted, while the message lies elsewhere in the account.
 * Agents see it where it went, and not there.
 * @param placement the name of the table in the statement; never built from data
 */
const isLeftBehind = (placement: string) => `(${placement}.deleted = 1 and exists (
  select 1 from placements other
  where other.message_id = ${placement}.message_id and other.account_id = ${placement}.account_id and other.deleted = 0
    and other.missing_since is null))`;

/** What an agent has deleted for good and the server has not been told of yet; served by `operations_by_placement`. */
export const isBeingDeleted = (placement: string) => `exists (
  select 1 from operations o
  where o.placement_id = ${placement}.id and o.kind = 'expunge' and o.state in ('pending', 'inflight', 'uncertain'))`;

/** A live placement that agents do not see. */
export const isHidden = (placement: string) => `(${isLeftBehind(placement)} or ${isBeingDeleted(placement)})`;
