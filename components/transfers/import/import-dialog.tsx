"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { formatBytes } from "#lib/bytes";
import { accountsOptions } from "#lib/query/accounts";
import { useUploadImport } from "#lib/query/imports";
import { useStrings } from "../../language/use-strings.ts";
import { messageOf } from "../../settings/apply-problem.ts";
import { FormDialog } from "../../settings/form-dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Progress } from "../../ui/progress.tsx";
import { Select } from "../../ui/select.tsx";
import { FileInput } from "./file-input.tsx";
import { ImportTargetDialog } from "./import-target-dialog.tsx";

export type ImportDialogProps = {
  /** Where to; null leaves the choice. */
  accountId: number | null;
  folderId?: number | null;
  /** An upload that was begun before and is gone on with. */
  transferId?: number;
  onClose: () => void;
};

/** Chooses a file and uploads it; what it holds is shown then. */
export function ImportDialog({ accountId: given, folderId = null, transferId, onClose }: ImportDialogProps) {
  const strings = useStrings();
  const words = strings.transfers.import;
  const upload = useUploadImport();
  const { data: accounts = [] } = useQuery(accountsOptions());
  const writable = accounts.filter((account) => account.mode === "two-way");
  const [chosen, setChosen] = useState(given);
  const [file, setFile] = useState<File | null>(null);
  const [sentBytes, setSentBytes] = useState(0);
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const account = accounts.find(({ id }) => id === (chosen ?? writable[0]?.id));

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!file || !account) return;
    const { signal } = (leaving.current = new AbortController());
    upload.mutate({ file, accountId: account.id, signal, onProgress: setSentBytes, ...(transferId && { transferId }) });
  };
  if (upload.data !== undefined && account)
    return <ImportTargetDialog transferId={upload.data} account={account} folderId={folderId} onClose={onClose} />;
  const size = (bytes: number) => formatBytes(bytes, strings.locale);
  return (
    <FormDialog
      onClose={onClose}
      title={words.title}
      description={words.text}
      action={words.upload}
      onSubmit={handleSubmit}
      isBusy={upload.isPending}
      problem={upload.error ? messageOf(strings, upload.error) : undefined}
    >
      {given === null && (
        <Field label={words.account}>
          {(props) => (
            <Select
              {...props}
              value={account && String(account.id)}
              options={writable.map(({ id, name }) => ({ value: String(id), label: name }))}
              onValueChange={(value) => setChosen(Number(value))}
            />
          )}
        </Field>
      )}
      <Field label={words.file} hint={words.fileHint}>
        {(props) => (
          <FileInput
            {...props}
            required
            accept=".mbox,.mbx,.eml,.zip,message/rfc822,application/mbox,application/zip,text/plain"
            disabled={upload.isPending}
            file={file}
            onFile={setFile}
            words={words}
          />
        )}
      </Field>
      {account?.mode === "read-only" && <p className="text-xs text-warn">{words.readOnly}</p>}
      {upload.isPending && file && (
        <div className="flex flex-col gap-1.5">
          <Progress label={words.uploading} done={sentBytes} total={file.size} />
          <p className="text-xs text-ink-2 tabular-nums">{words.uploaded(size(sentBytes), size(file.size))}</p>
        </div>
      )}
    </FormDialog>
  );
}
