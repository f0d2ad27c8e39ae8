"use client";

import { useState } from "react";
import type { Agent, Inbox } from "#lib/contracts/agent";
import { useChangeAgent } from "#lib/query/change-agents";
import { useStrings } from "../language/use-strings.ts";
import { messageOf } from "../settings/apply-problem.ts";
import { CheckList } from "../settings/check-list.tsx";
import { FormDialog } from "../settings/form-dialog.tsx";

export type AgentInboxesDialogProps = { agent: Agent; inboxes: readonly Inbox[]; onClose: () => void };

export function AgentInboxesDialog({ agent, inboxes, onClose }: AgentInboxesDialogProps) {
  const strings = useStrings();
  const words = strings.agents;
  const [inboxIds, setInboxIds] = useState(agent.inboxIds);
  const change = useChangeAgent(agent.id);
  return (
    <FormDialog
      onClose={onClose}
      title={words.inboxesTitle(agent.name)}
      action={strings.common.save}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ inboxIds }, { onSuccess: onClose });
      }}
      isBusy={change.isPending}
      problem={change.error ? messageOf(strings, change.error) : undefined}
    >
      <CheckList
        label={words.inboxes}
        hint={words.inboxesHint}
        options={inboxes.map(({ id, name }) => ({ id, label: name }))}
        checkedIds={inboxIds}
        onChange={setInboxIds}
      />
    </FormDialog>
  );
}
