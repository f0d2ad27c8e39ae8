"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Account } from "#lib/contracts/account";
import { foldersOptions } from "#lib/query/accounts";
import { useStartImport } from "#lib/query/imports";
import { transferOptions } from "#lib/query/transfers";
import { useStrings } from "../../language/use-strings.ts";
import { messageOf } from "../../settings/apply-problem.ts";
import { FormDialog } from "../../settings/form-dialog.tsx";
import { RadioCards } from "../../settings/radio-cards.tsx";
import { Field } from "../../ui/field.tsx";
import { Progress } from "../../ui/progress.tsx";
import { Select } from "../../ui/select.tsx";
import { failedWords } from "../transfer-words.ts";
import { ImportSummaryText } from "./import-summary-text.tsx";

export type ImportTargetDialogProps = {
  transferId: number;
  account: Account;
  folderId?: number | null;
  onClose: () => void;
};

const top = "top";

/** What a file holds, once it has been looked through, and where to. */
export function ImportTargetDialog({ transferId, account, folderId = null, onClose }: ImportTargetDialogProps) {
  const strings = useStrings();
  const words = strings.transfers.import;
  const start = useStartImport(transferId);
  const { data: transfer } = useQuery(transferOptions(transferId));
  const { data: folders } = useQuery(foldersOptions(account.id));
  const summary = transfer?.report?.summary;
  const hasFolders = (summary?.folderCount ?? 0) > 1 || summary?.folders.some(({ path }) => path !== "") === true;
  const [keeping, setKeeping] = useState<"keep" | "one" | null>(null);
  const manner = keeping ?? (hasFolders && folderId === null ? "keep" : "one");
  const selectable = (folders ?? []).filter((folder) => folder.selectable && folder.pendingAct === null);
  const inbox = selectable.find((folder) => folder.role === "inbox");
  const [chosen, setChosen] = useState(folderId === null ? null : String(folderId));
  const value = chosen ?? (manner === "keep" ? top : inbox && String(inbox.id));
  const options = selectable.map((folder) => ({ value: String(folder.id), label: folder.path }));
  const isReady = transfer?.stateDetail.code === "to_confirm" && summary !== undefined && folders !== undefined;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (value === undefined) return;
    const target = { folderId: value === top ? null : Number(value), keepsFolders: manner === "keep" };
    start.mutate(target, { onSuccess: onClose });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={words.targetTitle(account.name)}
      description={words.targetText}
      action={words.start}
      onSubmit={handleSubmit}
      isBusy={start.isPending}
      hasNoAction={!isReady || value === undefined}
      problem={start.error ? messageOf(strings, start.error) : transfer?.state === "failed" ? failedWords(strings, transfer) : undefined} // prettier-ignore
    >
      {summary && <ImportSummaryText summary={summary} />}
      {!isReady && transfer?.state !== "failed" && (
        <div className="flex flex-col gap-1.5">
          <Progress label={words.looking} done={0} total={0} />
          <p className="text-xs text-ink-2">{words.looking}</p>
        </div>
      )}
      {isReady && hasFolders && (
        <RadioCards
          label={words.manner}
          value={manner}
          options={[
            { value: "keep", label: words.keep, hint: words.keepHint },
            { value: "one", label: words.one },
          ]}
          onValueChange={(next) => {
            setKeeping(next);
            setChosen(null);
          }}
        />
      )}
      {isReady && (
        <Field label={manner === "keep" ? words.below : words.folder}>
          {(props) => (
            <Select
              {...props}
              value={value}
              options={manner === "keep" ? [{ value: top, label: words.top }, ...options] : options}
              onValueChange={setChosen}
            />
          )}
        </Field>
      )}
    </FormDialog>
  );
}
