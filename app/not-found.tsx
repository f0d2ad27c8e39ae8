import { SearchX } from "lucide-react";
import Link from "next/link";
import { pageStrings } from "#server/http/page-strings";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default async function NotFound() {
  const strings = await pageStrings();
  return (
    <main className="grid h-dvh place-items-center">
      <EmptyState
        isPage
        icon={SearchX}
        title={strings.common.notFoundTitle}
        text={strings.common.notFoundText}
        action={
          <Button asChild>
            <Link href="/inbox/open">{strings.common.toInbox}</Link>
          </Button>
        }
      />
    </main>
  );
}
