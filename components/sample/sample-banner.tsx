"use client";

import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { sampleProvider } from "#lib/providers/sample";
import { accountsOptions } from "#lib/query/accounts";
import { later } from "../ui/later.tsx";

const SampleLine = later(async () => (await import("./sample-line.tsx")).SampleLine);

/** Says above everything that what is seen is sample mail, as long as there is any. */
export function SampleBanner() {
  const { data: accounts = [] } = useQuery(accountsOptions());
  const hasSample = accounts.some(({ provider }) => provider === sampleProvider);
  return (
    <Suspense>
      {hasSample && <SampleLine real={accounts.find(({ provider }) => provider !== sampleProvider)} />}
    </Suspense>
  );
}
