"use client";

import { toast } from "../ui/toast.ts";
import type { Agent } from "#lib/contracts/agent";
import { agentRoles } from "#lib/contracts/vocabulary";
import { useChangeAgent } from "#lib/query/change-agents";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { Select } from "../ui/select.tsx";

/** A new role signs the agent out, so that no page of theirs shows what they may no longer see. */
export function RoleSelect({ agent }: { agent: Agent }) {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.agents;
  const options = agentRoles.map((value) => ({
    value,
    label: words.roles[value].label,
    hint: words.roles[value].hint,
  }));
  const change = useChangeAgent(agent.id);
  const { role, name } = agent;
  return (
    <Select
      label={words.roleLabel(name)}
      value={role}
      options={options}
      className="h-7 min-w-22 border-line"
      onValueChange={(chosen) =>
        chosen !== role &&
        change.mutate(
          { role: chosen },
          {
            onError: tellFailure,
            onSuccess: () =>
              toast(words.roleChanged(name, words.roles[chosen].label), {
                action: {
                  label: strings.common.undo,
                  onClick: () => change.mutate({ role }, { onError: tellFailure }),
                },
              }),
          },
        )
      }
    />
  );
}
