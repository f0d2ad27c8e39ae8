"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "../ui/toast.ts";
import { inboxesOptions } from "#lib/query/agents";
import { useChangeAccount } from "#lib/query/change-accounts";
import { useStrings } from "../language/use-strings.ts";
import { messageOf } from "../settings/apply-problem.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import type { AccountDialogProps } from "./account-dialog-props.ts";

export function MoveAccountDialog({ account, onClose }: AccountDialogProps) {
  const strings = useStrings();
  const words = strings.accounts;
  const { data: inboxes = [] } = useQuery(inboxesOptions());
  const [inboxId, setInboxId] = useState(account.inboxId);
  const change = useChangeAccount(account.id);
  const submit = () => {
    const inbox = inboxes.find(({ id }) => id === inboxId);
    if (!inbox || inboxId === account.inboxId) return onClose();
    change.mutate(
      { inboxId },
      {
        onSuccess: () => {
          toast(words.moved(account.name, inbox.name));
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      onClose={onClose}
      title={words.moveTitle(account.name)}
      description={words.moveText}
      action={words.moveAction}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      isBusy={change.isPending}
      problem={change.error ? messageOf(strings, change.error) : undefined}
    >
      <Field label={words.inbox}>
        {(control) => (
          <Select
            {...control}
            value={String(inboxId)}
            options={inboxes.map(({ id, name }) => ({ value: String(id), label: name }))}
            onValueChange={(value) => setInboxId(Number(value))}
          />
        )}
      </Field>
    </FormDialog>
  );
}
