"use client";

import type { Agent } from "#lib/contracts/agent";
import { useMakeLink } from "#lib/query/change-agents";
import { useStrings } from "../language/use-strings.ts";
import { messageOf } from "../settings/apply-problem.ts";
import { FormDialog } from "../settings/form-dialog.tsx";

/** A link with which an agent sets a password: the first, or a new one. */
export function LinkDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const strings = useStrings();
  const words = strings.agents;
  const make = useMakeLink(agent.id);
  const isInvited = agent.state === "invited";
  const text = isInvited ? words.inviteLinkText : words.resetLinkText;
  const title = words.linkTitle(agent.name);
  const url = make.data?.url;
  return (
    <FormDialog
      onClose={onClose}
      title={title}
      description={isInvited ? words.newInviteLink : words.newResetLink}
      action={words.makeLink}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
      isBusy={make.isPending}
      secret={url !== undefined ? { title, text, label: words.link, value: url } : null}
      problem={make.error ? messageOf(strings, make.error) : undefined}
    />
  );
}
