"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDownToLine, ArrowRightLeft, ArrowUpFromLine, Download, FileText, Trash2, X } from "lucide-react";
import { useState } from "react";
import type { Transfer } from "#lib/contracts/transfer";
import { agentsOptions, meOptions } from "#lib/query/agents";
import { useRemoveTransfer } from "#lib/query/transfers";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dotted } from "../ui/dotted.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Progress } from "../ui/progress.tsx";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { useNow } from "../ui/use-now.ts";
import { ImportActions } from "./import/import-actions.tsx";
import { ResumeButton } from "./resume-button.tsx";
import { TransferReportDialog } from "./transfer-report-dialog.tsx";
import { isExpired, isOpenTransfer, transferName, transferState } from "./transfer-words.ts";

const icons = { export: ArrowDownToLine, import: ArrowUpFromLine, copy: ArrowRightLeft };

export function TransferRow({ transfer }: { transfer: Transfer }) {
  const strings = useStrings();
  const words = strings.transfers;
  const now = useNow();
  const name = transferName(strings, transfer);
  const isOpen = isOpenTransfer(transfer);
  const Icon = icons[transfer.kind];
  const { total, done, skipped, failed } = transfer;
  return (
    <li
      tabIndex={-1}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-3 outline-none last:border-0"
    >
      <Icon aria-hidden className="size-4! text-ink-3" />
      <div className="flex min-w-0 grow basis-64 flex-col gap-1">
        <p className="flex min-w-0 items-center gap-2">
          <span className="truncate">{name}</span>
          {transfer.spec.kind === "export" && <Badge>{words.formats[transfer.spec.format]}</Badge>}
        </p>
        <p className="text-xs text-ink-2">{now && <Dotted parts={transferState(strings, transfer, now)} />}</p>
        {isOpen && <Progress label={words.progress(name)} done={done + skipped + failed} total={total ?? 0} />}
        <p className="text-2xs text-ink-3">
          {words.asked} <Time instant={transfer.createdAt} isWithin form="full" className="tabular-nums" />{" "}
          <AskedBy agentId={transfer.askedById} />
        </p>
      </div>
      <TransferActions transfer={transfer} name={name} hasFile={now !== null && !isExpired(transfer, now)} />
    </li>
  );
}

/** Told where it was somebody else. */
function AskedBy({ agentId }: { agentId: number | null }) {
  const words = useStrings().transfers;
  const { data: me } = useQuery(meOptions());
  const { data: agents = [] } = useQuery(agentsOptions());
  const name = agents.find((agent) => agent.id === agentId)?.name;
  return me && name !== undefined && agentId !== me.id ? words.by(name) : null;
}

function TransferActions({ transfer, name, hasFile }: { transfer: Transfer; name: string; hasFile: boolean }) {
  const words = useStrings().transfers;
  const tellFailure = useTellFailure();
  const remove = useRemoveTransfer();
  const [isReporting, setIsReporting] = useState(false);
  const isOpen = isOpenTransfer(transfer);
  const handleRemove = () =>
    remove.mutate(transfer, {
      onSuccess: () => void toast(isOpen ? words.cancelled : words.removed),
      onError: tellFailure,
    });
  return (
    <div className="ml-auto flex items-center gap-1.5">
      {transfer.state === "done" && transfer.kind === "export" && hasFile && (
        <Button asChild>
          <a href={`/api/exports/${transfer.id}/file`} download aria-label={words.downloadLabel(name)}>
            <Download aria-hidden className="size-3.5!" />
            {words.download}
          </a>
        </Button>
      )}
      <ImportActions transfer={transfer} />
      <ResumeButton transfer={transfer} name={name} />
      {transfer.report && transfer.report.folders.length > 0 && (
        <IconButton icon={FileText} label={words.reportLabel(name)} onClick={() => setIsReporting(true)} />
      )}
      <IconButton
        icon={isOpen ? X : Trash2}
        label={isOpen ? words.cancelLabel(name) : words.removeLabel(name)}
        onClick={handleRemove}
      />
      {isReporting && <TransferReportDialog transfer={transfer} onClose={() => setIsReporting(false)} />}
    </div>
  );
}
