"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useStrings } from "../language/use-strings.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useDelayed } from "../ui/use-delayed.ts";
import { messageOf } from "./apply-problem.ts";

export type ReadStateProps<Value> = { query: UseQueryResult<Value>; children: (value: Value) => ReactNode };

/** What was read; until then nothing for a moment, then the shape of it; or why it could not be read. */
export function ReadState<Value>({ query, children }: ReadStateProps<Value>) {
  const strings = useStrings();
  const isSlow = useDelayed(query.isPending);
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return (
      <Banner
        tone="bad"
        role="alert"
        action={
          <Button size="sm" onClick={() => void query.refetch()}>
            {strings.common.tryAgain}
          </Button>
        }
      >
        {strings.settings.readFailed} {messageOf(strings, query.error)}
      </Banner>
    );
  return isSlow ? <RowSkeletons /> : null;
}

function RowSkeletons() {
  const strings = useStrings();
  return (
    <Card aria-busy="true">
      <output className="sr-only">{strings.common.loading}</output>
      {["w-40", "w-52", "w-32"].map((width) => (
        <div key={width} className="flex items-center gap-4 border-b border-line px-4 py-4 last:border-0">
          <Skeleton className="size-4" />
          <Skeleton className={width} />
          <Skeleton className="ml-auto w-24" />
        </div>
      ))}
    </Card>
  );
}
