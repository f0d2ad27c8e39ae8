"use client";

import { useQuery } from "@tanstack/react-query";
import { inboxesOptions, meOptions } from "#lib/query/agents";
import { workspaceOptions } from "#lib/query/workspace";
import { useStrings } from "../language/use-strings.ts";
import { InboxForm } from "./inbox-form.tsx";
import { SetupFrame } from "./setup-frame.tsx";

/** The second screen: what the team and its inbox are called. */
export function InboxScreen() {
  const strings = useStrings();
  const words = strings.setup.inbox;
  const { data: inboxes } = useQuery(inboxesOptions());
  const { data: me } = useQuery(meOptions());
  const { data: workspace } = useQuery(workspaceOptions());
  return (
    <SetupFrame screen="inbox" title={words.heading} text={words.text}>
      {inboxes && me && workspace && (
        <InboxForm
          inbox={inboxes[0] ?? null}
          me={me}
          // What it is called while nobody has named it.
          workspaceName={workspace.name === strings.product ? "" : workspace.name}
        />
      )}
    </SetupFrame>
  );
}
