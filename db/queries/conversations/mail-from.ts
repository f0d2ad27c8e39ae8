import { sql, type SQL } from "drizzle-orm";
import { messages, senderSliceMax } from "../../schema/index.ts";

/** For a query to begin with: `slices`, all that `messages_by_sender` has. */
export const withSlices = sql`
  with recursive slices(slice) as (
    select 0 union all select slice + 1 from slices where slice < (select max(${messages.id}) from ${messages}) / ${sql.raw(String(senderSliceMax))})`;

/** Of a slice of `slices`, the mail from an address; served by `messages_by_sender`. */
export function isFrom(address: SQL): SQL {
  return sql`(${messages.id} / ${sql.raw(String(senderSliceMax))} = slices.slice and ${messages.fromAddress} = ${address})`;
}
