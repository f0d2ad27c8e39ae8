"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Activity, memo, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import { conversationListOptions } from "#lib/query/conversations";
import { inboxHref } from "#lib/inbox-location";
import { rowsOf } from "#lib/query/place-row";
import { parseQuery } from "#lib/search/parse-query";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { UnseenInTitle } from "../../live/unseen-in-title.tsx";
import { MistakeNotice } from "../../search/mistake-notice.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { useDelayed } from "../../ui/use-delayed.ts";
import { whenIdle } from "../../ui/when-idle.ts";
import { useInboxState } from "../inbox-state.tsx";
import { useDensity } from "../use-density.ts";
import { useInboxFilter } from "../use-inbox-location.ts";
import { ListEmpty } from "./list-empty.tsx";
import { ListHeader } from "./list-header.tsx";
import { RowSkeletons } from "./row-skeletons.tsx";
import { useListTitle } from "./use-list-title.ts";
import { VirtualRows } from "./virtual-rows.tsx";
import { messageOf } from "../../settings/apply-problem.ts";
import { later } from "../../ui/later.tsx";

const SearchBar = later(async () => (await import("../../search/search-bar.tsx")).SearchBar);
const BulkBar = later(async () => (await import("./bulk-bar.tsx")).BulkBar);

/** The list of the view in the URL. Which conversation is open is for its rows to know. */
export const ConversationList = memo(function ConversationList() {
  const strings = useFirstStrings();
  const filter = useInboxFilter();
  const [density] = useDensity();
  const title = useListTitle(filter);
  const [mistake] = useMemo(() => (filter.q === undefined ? [] : parseQuery(filter.q).mistakes), [filter.q]);
  const list = useInfiniteQuery({ ...conversationListOptions(filter), enabled: mistake === undefined });
  const rows = useMemo(() => rowsOf(list.data), [list.data]);
  const isSlow = useDelayed(list.isLoading);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const handleMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);

  useEffect(() => whenIdle(preload), []);
  const isEmpty = list.isSuccess && rows.length === 0 && !hasNextPage;

  return (
    <>
      <UnseenInTitle title={title} />
      <ListTop rows={rows}>
        <ListHeader filter={filter} title={title} />
      </ListTop>
      {filter.q !== undefined && !mistake && (
        <Suspense fallback={<div className="h-9 shrink-0 border-b border-line" />}>
          <SearchBar query={filter.q} isEmpty={isEmpty} />
        </Suspense>
      )}
      {filter.q !== undefined && mistake && (
        <Banner tone="bad" role="alert" className="m-3">
          <p>{strings.search.mistakes}</p>
          <MistakeNotice query={filter.q} mistake={mistake} className="mt-1.5" />
        </Banner>
      )}
      {list.isError && (
        <Banner tone="bad" role="alert" className="m-3" action={<Retry onClick={() => void list.refetch()} />}>
          {strings.inbox.listFailed} {messageOf(strings, list.error)}
        </Banner>
      )}
      {isSlow && <RowSkeletons density={density} />}
      {isEmpty && <ListEmpty filter={filter} />}
      {(rows.length > 0 || hasNextPage) && (
        <VirtualRows key={inboxHref(filter)} rows={rows} filter={filter} hasMore={hasNextPage} onMore={handleMore} />
      )}
    </>
  );
});

/** The list's name, or what can be done to what is selected. Each stays made while the other is shown: selecting is one key, pressed many times. */
function ListTop({ rows, children }: { rows: readonly Conversation[]; children: ReactNode }) {
  const isSelecting = useInboxState((state) => state.selected.size > 0);
  const [hasSelected, setHasSelected] = useState(isSelecting);
  if (isSelecting && !hasSelected) setHasSelected(true);
  const header = <div className={isSelecting ? "hidden" : "contents"}>{children}</div>;
  if (!hasSelected) return header;
  return (
    <>
      {header}
      <Activity mode={isSelecting ? "visible" : "hidden"}>
        <Suspense fallback={<div className="h-12 shrink-0 border-b border-line" />}>
          <BulkBar rows={rows} />
        </Suspense>
      </Activity>
    </>
  );
}

function Retry({ onClick }: { onClick: () => void }) {
  const strings = useFirstStrings();
  return (
    <Button size="sm" onClick={onClick}>
      {strings.common.tryAgain}
    </Button>
  );
}

function preload(): void {
  BulkBar.preload();
  SearchBar.preload();
}
