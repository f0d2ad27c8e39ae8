"use client";

import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { InviteAgent, type Inbox } from "#lib/contracts/agent";
import { agentRoles } from "#lib/contracts/vocabulary";
import { useInviteAgent } from "#lib/query/change-agents";
import { useStrings } from "../language/use-strings.ts";
import { applyProblem } from "../settings/apply-problem.ts";
import { CheckList } from "../settings/check-list.tsx";
import { FormDialog } from "../settings/form-dialog.tsx";
import { formResolver } from "../settings/form-resolver.ts";
import { RadioCards } from "../settings/radio-cards.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

const Invite = InviteAgent.extend({ inboxIds: z.array(z.number().int()) });

/** Invites somebody, and shows the link the one time that it can be seen. */
export function InviteDialog({ inboxes, onClose }: { inboxes: readonly Inbox[]; onClose: () => void }) {
  const strings = useStrings();
  const words = strings.agents;
  const roles = agentRoles.map((value) => ({ value, label: words.roles[value].label, hint: words.roles[value].hint }));
  const invite = useInviteAgent();
  const form = useForm({
    resolver: formResolver(strings, Invite),
    defaultValues: {
      emailAddress: "",
      name: "",
      role: "agent" as const,
      inboxIds: inboxes.slice(0, 1).map(({ id }) => id),
    },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((invitation) =>
    invite.mutateAsync(invitation).then(
      () => undefined,
      (error: unknown) => applyProblem(strings, form, error, ["emailAddress", "name"]),
    ),
  );
  const link = invite.data;
  const secret =
    link?.url !== undefined
      ? { title: words.linkTitle(link.name), text: words.inviteLinkText, label: words.link, value: link.url }
      : null;
  return (
    <FormDialog
      onClose={onClose}
      title={words.inviteTitle}
      description={words.inviteText}
      action={words.makeLink}
      onSubmit={(event) => void submit(event)}
      isBusy={isSubmitting}
      secret={secret}
      problem={errors.root?.message}
    >
      <Field label={words.emailAddress} error={errors.emailAddress?.message}>
        {(control) => <Input {...control} {...form.register("emailAddress")} type="email" autoComplete="off" />}
      </Field>
      <Field label={words.name} error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register("name")} autoComplete="off" />}
      </Field>
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <RadioCards
            label={words.role}
            value={field.value ?? "agent"}
            options={roles}
            onValueChange={field.onChange}
            className="grid-cols-2 max-pair:grid-cols-1"
          />
        )}
      />
      {inboxes.length > 1 && (
        <Controller
          control={form.control}
          name="inboxIds"
          render={({ field }) => (
            <CheckList
              label={words.inboxes}
              hint={words.inboxesHint}
              options={inboxes.map(({ id, name }) => ({ id, label: name }))}
              checkedIds={field.value}
              onChange={field.onChange}
            />
          )}
        />
      )}
    </FormDialog>
  );
}
