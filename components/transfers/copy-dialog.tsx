"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { accountsOptions, foldersOptions } from "#lib/query/accounts";
import { useBeginCopy } from "#lib/query/imports";
import { useStrings } from "../language/use-strings.ts";
import { messageOf } from "../settings/apply-problem.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import { toast } from "../ui/toast.ts";
import { ExportSizeText } from "./export-size-text.tsx";

export type CopyDialogProps = {
  /** What is copied, and how it is called: an account, or one of its folders. */
  fromAccountId: number;
  folderId?: number;
  name: string;
  onClose: () => void;
};

const top = "top";

export function CopyDialog({ fromAccountId, folderId, name, onClose }: CopyDialogProps) {
  const strings = useStrings();
  const words = strings.transfers.copy;
  const router = useRouter();
  const begin = useBeginCopy();
  const { data: accounts = [] } = useQuery(accountsOptions());
  const targets = accounts.filter(({ id, mode }) => id !== fromAccountId && mode === "two-way");
  const [chosen, setChosen] = useState<number | null>(null);
  const toAccountId = chosen ?? targets[0]?.id ?? null;
  const [below, setBelow] = useState(top);
  const { data: folders = [] } = useQuery({ ...foldersOptions(toAccountId ?? 0), enabled: toAccountId !== null });
  const scope = folderId === undefined ? { kind: "account" as const, accountId: fromAccountId } : { kind: "folder" as const, folderId }; // prettier-ignore

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (toAccountId === null) return;
    const belowFolderId = below === top ? null : Number(below);
    begin.mutate(
      { fromAccountId, folderIds: folderId === undefined ? null : [folderId], toAccountId, belowFolderId },
      {
        onSuccess: () => {
          const action = { label: strings.transfers.export.show, onClick: () => router.push("/settings/transfers") };
          toast(words.begun, { action });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      onClose={onClose}
      title={words.title(name)}
      description={words.text}
      action={words.action}
      onSubmit={handleSubmit}
      isBusy={begin.isPending}
      hasNoAction={targets.length === 0}
      problem={begin.error ? messageOf(strings, begin.error) : undefined}
    >
      {targets.length === 0 ? (
        <p className="text-sm text-ink-2">{words.none}</p>
      ) : (
        <>
          <Field label={words.to}>
            {(props) => (
              <Select
                {...props}
                value={String(toAccountId)}
                options={targets.map((account) => ({ value: String(account.id), label: account.name }))}
                onValueChange={(value) => {
                  setChosen(Number(value));
                  setBelow(top);
                }}
              />
            )}
          </Field>
          <Field label={words.below} hint={words.belowHint}>
            {(props) => (
              <Select
                {...props}
                value={below}
                options={[
                  { value: top, label: words.top },
                  ...folders
                    .filter((folder) => folder.selectable && folder.delimiter !== "" && folder.pendingAct === null)
                    .map((folder) => ({ value: String(folder.id), label: folder.path })),
                ]}
                onValueChange={setBelow}
              />
            )}
          </Field>
          <ExportSizeText scope={scope} />
        </>
      )}
    </FormDialog>
  );
}
