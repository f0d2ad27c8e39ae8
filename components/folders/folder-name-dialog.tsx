"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "../ui/toast.ts";
import { CreateFolder, type Account, type Folder } from "#lib/contracts/account";
import { liesBelow, namespaceOf, parentPathOf } from "#lib/mail/folder-path";
import { foldersOptions } from "#lib/query/accounts";
import { useChangeFolder, useCreateFolder } from "#lib/query/change-folders";
import { useStrings } from "../language/use-strings.ts";
import { applyProblem } from "../settings/apply-problem.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { formResolver } from "../settings/form-resolver.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";

const Named = CreateFolder.pick({ name: true });
const top = "top";

export type FolderNameDialogProps = {
  account: Account;
  /** The one to rename; none for a new one. */
  folder?: Folder | undefined;
  /** Where a new one is to be. */
  parentId?: number | undefined;
  onClose: () => void;
};

export function FolderNameDialog({ account, folder, parentId, onClose }: FolderNameDialogProps) {
  const strings = useStrings();
  const words = strings.folders;
  const { data: folders = [] } = useQuery(foldersOptions(account.id));
  const create = useCreateFolder(account.id);
  const change = useChangeFolder(account.id);
  const former = folder ? parentIdOf(folder, folders) : parentId;
  const [parent, setParent] = useState(former === undefined ? top : String(former));
  const form = useForm({ resolver: formResolver(strings, Named), defaultValues: { name: folder?.name ?? "" } });
  const { errors, isSubmitting } = form.formState;

  const save = async ({ name }: { name: string }) => {
    const place = parent === top ? null : Number(parent);
    if (!folder) await create.mutateAsync({ name, parentId: place });
    else {
      const isMoved = place !== (former ?? null);
      await change.mutateAsync({ folderId: folder.id, name, ...(isMoved && { parentId: place }) });
    }
    toast(folder ? words.changed(name) : words.created(name));
    onClose();
  };
  const submit = form.handleSubmit((named) =>
    save(named).catch((error: unknown) => applyProblem(strings, form, error, ["name"])),
  );
  const places = folders.filter((one) => mayHold(one, folder));
  return (
    <FormDialog
      onClose={onClose}
      title={folder ? words.editTitle(folder.name) : words.createTitle(account.name)}
      action={folder ? strings.common.save : words.createAction}
      onSubmit={(event) => void submit(event)}
      isBusy={isSubmitting}
      problem={errors.root?.message}
    >
      <Field label={words.name} error={errors.name?.message}>
        {(control) => <Input {...control} autoComplete="off" {...form.register("name")} />}
      </Field>
      {places.length > 0 && (
        <Field label={words.place}>
          {(control) => (
            <Select
              {...control}
              value={parent}
              onValueChange={setParent}
              options={[
                { value: top, label: words.top },
                ...places.map(({ id, path }) => ({ value: String(id), label: path })),
              ]}
            />
          )}
        </Field>
      )}
    </FormDialog>
  );
}

function parentIdOf(folder: Folder, all: Folder[]): number | undefined {
  const path = parentPathOf(folder, namespaceOf(all));
  return all.find((one) => one.path === path)?.id;
}

/** Not itself, nor what lies in it; nowhere on a server that keeps no folders in folders. */
function mayHold(place: Folder, folder: Folder | undefined): boolean {
  if (place.delimiter === "" || place.pendingAct !== null) return false;
  return !folder || (place.id !== folder.id && !liesBelow(place.path, folder));
}
