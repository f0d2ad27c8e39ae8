"use client";

import { useForm } from "react-hook-form";
import { InviteAgent } from "#lib/contracts/agent";
import { useInviteAgent } from "#lib/query/change-agents";
import { useStrings } from "../language/use-strings.ts";
import { applyProblem } from "../settings/apply-problem.ts";
import { CopyField } from "../settings/copy-field.tsx";
import { FormProblem } from "../settings/form-problem.tsx";
import { formResolver } from "../settings/form-resolver.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

/** A link for somebody to share the inbox with, one after another. */
export function InviteColleague() {
  const strings = useStrings();
  const words = strings.setup.ready;
  const invite = useInviteAgent();
  const form = useForm({
    resolver: formResolver(strings, InviteAgent.pick({ name: true, emailAddress: true })),
    defaultValues: { name: "", emailAddress: "" },
    shouldFocusError: true,
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((given) =>
    invite.mutateAsync({ ...given, role: "agent" }).then(
      () => form.reset(),
      (error: unknown) => applyProblem(strings, form, error, ["emailAddress", "name"]),
    ),
  );
  const link = invite.data;
  return (
    <form
      method="post"
      noValidate
      aria-label={words.inviteHeading}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-3 border-t border-line pt-4"
    >
      <div>
        <h2 className="text-base">{words.inviteHeading}</h2>
        <p className="text-ink-3">{words.inviteText}</p>
      </div>
      <FormProblem message={errors.root?.message} />
      <div className="grid grid-cols-2 gap-3 max-pair:grid-cols-1">
        <Field label={strings.agents.name} error={errors.name?.message}>
          {(control) => <Input {...control} {...form.register("name")} autoComplete="off" />}
        </Field>
        <Field label={strings.agents.emailAddress} error={errors.emailAddress?.message}>
          {(control) => <Input {...control} {...form.register("emailAddress")} type="email" autoComplete="off" />}
        </Field>
      </div>
      <Button type="submit" className="self-start" isBusy={isSubmitting}>
        {words.invite}
      </Button>
      {link?.url !== undefined && (
        <CopyField key={link.id} label={strings.agents.linkTitle(link.name)} value={link.url} isQuiet />
      )}
    </form>
  );
}
