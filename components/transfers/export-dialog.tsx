"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { ExportScope } from "#lib/contracts/transfer";
import { exportFormats, type ExportFormat } from "#lib/contracts/vocabulary";
import { accountsOptions } from "#lib/query/accounts";
import { meOptions } from "#lib/query/agents";
import { useBeginExport } from "#lib/query/transfers";
import { useStrings } from "../language/use-strings.ts";
import { messageOf } from "../settings/apply-problem.ts";
import { FormDialog } from "../settings/form-dialog.tsx";
import { RadioCards } from "../settings/radio-cards.tsx";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import { toast } from "../ui/toast.ts";
import { ExportSizeText } from "./export-size-text.tsx";

export type ExportDialogProps = {
  /** What is exported, and how it is called; null leaves the choice between accounts and everything. */
  scope: { scope: ExportScope; name: string } | null;
  onClose: () => void;
};

export function ExportDialog({ scope: given, onClose }: ExportDialogProps) {
  const strings = useStrings();
  const words = strings.transfers.export;
  const router = useRouter();
  const begin = useBeginExport();
  const [format, setFormat] = useState<ExportFormat>("mbox");
  const [chosen, setChosen] = useState("everything");
  const scope = given?.scope ?? chosenScope(chosen);
  const options = exportFormats.map((value) => ({
    value,
    label: strings.transfers.formats[value],
    hint: words.formatHints[value],
  }));
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate(
      { scope, format },
      {
        onSuccess: () => {
          toast(words.begun, { action: { label: words.show, onClick: () => router.push("/settings/transfers") } });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      onClose={onClose}
      title={given ? words.title(given.name) : words.anyTitle}
      description={words.keeps}
      action={words.action}
      onSubmit={handleSubmit}
      isBusy={begin.isPending}
      problem={begin.error ? messageOf(strings, begin.error) : undefined}
    >
      {!given && <ScopeField value={chosen} onValueChange={setChosen} />}
      <RadioCards label={words.format} value={format} options={options} onValueChange={setFormat} />
      <ExportSizeText scope={scope} />
    </FormDialog>
  );
}

function chosenScope(chosen: string): ExportScope {
  return chosen === "everything" ? { kind: "everything" } : { kind: "account", accountId: Number(chosen) };
}

function ScopeField({ value, onValueChange }: { value: string; onValueChange: (value: string) => void }) {
  const words = useStrings().transfers.export;
  const { data: me } = useQuery(meOptions());
  const { data: accounts = [] } = useQuery(accountsOptions());
  const everything = me?.role === "admin" ? words.everythingAdmin : words.everything;
  const options = [
    { value: "everything", label: everything },
    ...accounts.map(({ id, name }) => ({ value: String(id), label: name })),
  ];
  return (
    <Field label={words.what}>
      {(props) => <Select {...props} value={value} options={options} onValueChange={onValueChange} />}
    </Field>
  );
}
