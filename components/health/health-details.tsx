"use client";

import { useQuery } from "@tanstack/react-query";
import type { AccountHealth } from "#lib/contracts/sync-health";
import { accountHealthOptions } from "#lib/query/health";
import { useStrings } from "../language/use-strings.ts";
import { ReadState } from "../settings/read-state.tsx";
import { BudgetFacts } from "./budget-facts.tsx";
import { ComparisonSection } from "./comparison-section.tsx";
import { ErrorList } from "./error-list.tsx";
import { FolderHealthTable } from "./folder-health-table.tsx";
import { HealthFacts } from "./health-facts.tsx";
import { QuarantineSection } from "./quarantine-section.tsx";

/** All that is known of one account. */
export function HealthDetails({ health }: { health: AccountHealth }) {
  const words = useStrings().sample;
  const details = useQuery(accountHealthOptions(health.accountId));
  return (
    <div className="flex flex-col gap-5 px-4 py-4 max-pair:px-3">
      {health.isSample ? (
        <p className="text-sm text-ink-2">{words.noServer}</p>
      ) : (
        <>
          <HealthFacts health={health} />
          <BudgetFacts health={health} />
          <ComparisonSection health={details.data ?? health} />
        </>
      )}
      <ReadState query={details}>
        {(known) => (
          <>
            <FolderHealthTable folders={known.folders} />
            <QuarantineSection health={known} folders={known.folders} />
            <ErrorList errors={known.errors} />
          </>
        )}
      </ReadState>
    </div>
  );
}
