"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import type { ConversationDetail } from "#lib/contracts/conversation";
import { accountsOptions, foldersOptions } from "#lib/query/accounts";
import { nameOf } from "../inbox/list/senders-of.ts";
import { folderLabel } from "../inbox/sidebar/folder-links.tsx";
import { useStrings } from "../language/use-strings.ts";
import { ContextSection } from "./context-section.tsx";

/** In which folders of which accounts its mail lies, and why its newest message belongs here. */
export function Whereabouts({ conversation }: { conversation: ConversationDetail }) {
  const strings = useStrings();
  const words = strings.conversation.context;
  const { data: accounts = [] } = useQuery(accountsOptions());
  const placements = conversation.messages.flatMap((message) => message.placements);
  const accountIds = [...new Set(placements.map((placement) => placement.accountId))];
  const folders = useQueries({ queries: accountIds.map((id) => foldersOptions(id)) }).flatMap(({ data }) => data ?? []);
  const joined = conversation.messages.findLast((message) => message.direction === "in" && message.threadedBy !== "");
  return (
    <>
      {accountIds.length > 0 && (
        <ContextSection title={words.where}>
          <dl className="flex flex-col gap-1">
            {accountIds.map((accountId) => {
              const held = new Set(
                placements
                  .filter((placement) => placement.accountId === accountId)
                  .map((placement) => placement.folderId),
              );
              const address = accounts.find((account) => account.id === accountId)?.emailAddress ?? "";
              return (
                <div key={accountId} className="flex flex-wrap justify-between gap-x-3">
                  <dt className="max-w-full truncate text-ink-2" title={address}>
                    {address}
                  </dt>
                  <dd className="max-w-full truncate text-xs/5 text-ink-3">
                    {folders
                      .filter((folder) => held.has(folder.id))
                      .map((folder) => folderLabel(strings, folder))
                      .join(", ")}
                  </dd>
                </div>
              );
            })}
          </dl>
        </ContextSection>
      )}
      <ContextSection title={words.why}>
        <p className="rounded-md border border-line px-2.5 py-2 text-xs/[17px] text-ink-2">
          {joined
            ? (words.joinedBy[joined.threadedBy]?.(isolated(nameOf(strings, joined.from))) ?? joined.threadedBy)
            : words.startsHere}
        </p>
      </ContextSection>
    </>
  );
}

/** A name that may run the other way than the sentence around it (UAX #9, isolates). */
const isolated = (name: string) => `\u2068${name}\u2069`;
