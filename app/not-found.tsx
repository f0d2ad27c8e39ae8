import { SearchX } from "lucide-react";
import { pageStrings } from "#server/http/page-strings";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";

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
            <PageLink href="/inbox/open">{strings.common.toInbox}</PageLink>
          </Button>
        }
      />
    </main>
  );
}
