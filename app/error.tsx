"use client";

import { TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useStrings } from "@/components/language/use-strings";

export default function ErrorPage({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const strings = useStrings();
  return (
    <main className="grid h-dvh place-items-center">
      <EmptyState
        isPage
        icon={TriangleAlert}
        title={strings.common.errorTitle}
        text={strings.common.errorText}
        action={<Button onClick={reset}>{strings.common.tryAgain}</Button>}
      />
    </main>
  );
}
