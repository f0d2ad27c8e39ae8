"use client";

import { TriangleAlert } from "lucide-react";
import { strings } from "#lib/strings/strings";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function ErrorPage({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="grid h-dvh place-items-center">
      <EmptyState
        icon={TriangleAlert}
        title={strings.common.errorTitle}
        text={strings.common.errorText}
        action={<Button onClick={reset}>{strings.common.tryAgain}</Button>}
      />
    </main>
  );
}
