"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useId } from "react";
import { formatBytes } from "#lib/bytes";
import { cn } from "#lib/cn";
import type { AccountHealth } from "#lib/contracts/sync-health";
import { spanWords } from "../accounts/account-words.ts";
import { useStrings } from "../language/use-strings.ts";
import { formatCount } from "../settings/format-count.ts";
import { Button } from "../ui/button.tsx";
import { Dot } from "../ui/dot.tsx";
import { TableCell } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { HealthDetails } from "./health-details.tsx";
import { HealthReason, HealthState } from "./health-state.tsx";
import { trafficWords } from "./traffic-words.ts";
import { narrowColumn } from "./narrow-column.ts";

export type HealthRowProps = { health: AccountHealth; isOpen: boolean; onOpen: (isOpen: boolean) => void };

export function HealthRow({ health, isOpen, onOpen }: HealthRowProps) {
  const strings = useStrings();
  const words = strings.health;
  const id = useId();
  const { accountId, name, emailAddress, state, color, lagSeconds, lastContactAt, connectionCount, traffic } = health;
  return (
    <tbody className="border-b border-line last:border-0">
      <tr>
        <TableCell className="py-2.5 max-pair:px-1.5">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => onOpen(!isOpen)}
            className="group/open flex w-full min-w-0 items-center gap-2.5 rounded-md text-left max-pair:gap-2"
          >
            <ChevronRight aria-hidden className={cn("size-3.5! text-ink-3", isOpen && "rotate-90")} />
            <Dot shape="square" color={color} />
            <span className="min-w-0">
              <b className="block truncate group-hover/open:underline">{name}</b>
              <span className="block truncate text-xs text-ink-3 max-pair:hidden">{emailAddress}</span>
            </span>
          </button>
        </TableCell>
        <TableCell className="py-2.5 max-pair:px-1">
          <HealthState health={health} />
        </TableCell>
        <TableCell className="px-2 text-right whitespace-nowrap max-pair:px-3">
          {lagSeconds === null ? words.inStepNever : spanWords(strings, lagSeconds * 1000)}
        </TableCell>
        <TableCell className={narrowColumn}>
          {lastContactAt === null ? words.never : <Time instant={lastContactAt} className="tabular-nums" />}
        </TableCell>
        <TableCell className={narrowColumn}>{formatCount(strings, connectionCount)}</TableCell>
        <TableCell className={narrowColumn} title={trafficWords(strings, traffic)}>
          {formatBytes(traffic.sentBytes + traffic.receivedBytes, strings.locale)}
        </TableCell>
      </tr>
      {(state === "waiting" || state === "needs-attention") && (
        <tr>
          <td colSpan={6} className="px-4 pb-2.5 pl-[58px] max-pair:px-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <div className="min-w-0 grow basis-60">
                <HealthReason health={health} />
              </div>
              {state === "needs-attention" && (
                <Button asChild size="sm">
                  <Link href={`/settings/accounts/${accountId}`}>{words.toAccount}</Link>
                </Button>
              )}
            </div>
          </td>
        </tr>
      )}
      {isOpen && (
        <tr id={id}>
          <td colSpan={6} className="border-t border-line bg-ground p-0">
            <HealthDetails health={health} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
