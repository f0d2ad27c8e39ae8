"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Name, type Workspace } from "#lib/contracts/agent";
import { useChangeWorkspace, workspaceOptions } from "#lib/query/workspace";
import { useStrings } from "../language/use-strings.ts";
import { Card } from "../ui/card.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Switch } from "../ui/switch.tsx";
import { applyProblem } from "./apply-problem.ts";
import { Setting } from "./find/setting.tsx";
import { FormProblem } from "./form-problem.tsx";
import { formResolver } from "./form-resolver.ts";
import { ReadState } from "./read-state.tsx";
import { SaveBar } from "./save-bar.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { useTellFailure } from "./use-tell-failure.ts";

const WorkspaceName = z.object({ name: Name });

/** What admins decide for everybody. */
export function GeneralPage() {
  const strings = useStrings();
  const words = strings.settings.general;
  const workspace = useQuery(workspaceOptions());
  return (
    <SettingsPage title={strings.settings.pages.general} text={words.text} isNarrow>
      <ReadState query={workspace}>
        {(current) => (
          <>
            <NameForm workspace={current} />
            <ConnectSwitch workspace={current} />
          </>
        )}
      </ReadState>
    </SettingsPage>
  );
}

function NameForm({ workspace }: { workspace: Workspace }) {
  const strings = useStrings();
  const words = strings.settings.general;
  const change = useChangeWorkspace();
  const form = useForm({
    resolver: formResolver(strings, WorkspaceName),
    values: { name: workspace.name },
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const submit = form.handleSubmit(({ name }) =>
    change.mutateAsync({ name }).then(
      () => form.reset({ name }),
      (error: unknown) => applyProblem(strings, form, error, ["name"]),
    ),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <Setting name="workspaceName">
        <Field label={words.name} hint={words.nameHint} error={errors.name?.message}>
          {(control) => <Input {...control} {...form.register("name")} className="pair:max-w-80" />}
        </Field>
      </Setting>
      <FormProblem message={errors.root?.message} />
      <SaveBar isDirty={isDirty} isBusy={isSubmitting} isSaved={change.isSuccess} />
    </form>
  );
}

function ConnectSwitch({ workspace }: { workspace: Workspace }) {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.settings.general;
  const id = useId();
  const change = useChangeWorkspace();
  return (
    <Setting name="agentsMayConnect">
      <Card className="flex items-center gap-4 px-4 py-3">
        <div className="min-w-0 grow">
          <label htmlFor={id} className="block text-ink">
            {words.agentsMayConnect}
          </label>
          <p id={`${id}-hint`} className="text-xs text-pretty text-ink-3">
            {words.agentsMayConnectHint}
          </p>
        </div>
        <Switch
          id={id}
          aria-describedby={`${id}-hint`}
          checked={workspace.agentsMayConnect}
          onCheckedChange={(agentsMayConnect) => change.mutate({ agentsMayConnect }, { onError: tellFailure })}
        />
      </Card>
    </Setting>
  );
}
