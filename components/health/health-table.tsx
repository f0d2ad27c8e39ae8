"use client";

import { cn } from "#lib/cn";
import type { AccountHealth } from "#lib/contracts/sync-health";
import { useStrings } from "../language/use-strings.ts";
import { Table, TableHead } from "../ui/table.tsx";
import { HealthRow } from "./health-row.tsx";
import { useOpenAccount } from "./use-open-account.ts";
import { narrowColumn } from "./narrow-column.ts";

/** Every account in a line; one of them opened, with its folders and errors. */
export function HealthTable({ rows }: { rows: AccountHealth[] }) {
  const words = useStrings().health;
  const [openId, open] = useOpenAccount(rows);
  return (
    <Table className="table-fixed">
      <thead>
        <tr>
          <TableHead className="w-[32%] align-bottom max-pair:w-[46%] max-pair:px-3">{words.columns.account}</TableHead>
          <TableHead className="w-[20%] align-bottom max-pair:w-[32%] max-pair:px-1">{words.columns.state}</TableHead>
          <TableHead className="px-2 text-right align-bottom max-pair:px-3" title={words.hints.lag}>
            {words.columns.lag}
          </TableHead>
          <TableHead className={cn("align-bottom whitespace-normal", narrowColumn)}>{words.columns.contact}</TableHead>
          <TableHead className={cn("align-bottom whitespace-normal", narrowColumn)}>
            {words.columns.connections}
          </TableHead>
          <TableHead className={cn("align-bottom whitespace-normal", narrowColumn)} title={words.hints.traffic}>
            {words.columns.traffic}
          </TableHead>
        </tr>
      </thead>
      {rows.map((health) => (
        <HealthRow
          key={health.accountId}
          health={health}
          isOpen={health.accountId === openId}
          onOpen={(isOpen) => open(isOpen ? health.accountId : null)}
        />
      ))}
    </Table>
  );
}
