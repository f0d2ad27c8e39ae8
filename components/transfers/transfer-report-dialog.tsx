"use client";

import { useQuery } from "@tanstack/react-query";
import type { Transfer } from "#lib/contracts/transfer";
import { transferOptions } from "#lib/query/transfers";
import { useStrings } from "../language/use-strings.ts";
import { formatCount } from "../settings/format-count.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Dotted } from "../ui/dotted.tsx";
import { Table, TableCell, TableHead, TableRow } from "../ui/table.tsx";
import { failureWords, transferName } from "./transfer-words.ts";

/** Folder by folder, and mail by mail what is missing and why. */
export function TransferReportDialog({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const strings = useStrings();
  const words = strings.transfers;
  const { data } = useQuery(transferOptions(transfer.id));
  const folders = transfer.report?.folders ?? [];
  const hasSkipped = folders.some(({ skipped = 0 }) => skipped > 0);
  const { keptOff = [], changedCount = 0 } = transfer.report ?? {};
  const accountCount = new Set(folders.map((folder) => folder.accountName)).size;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.reportTitle}
      description={transferName(strings, transfer)}
      footer={<Button onClick={onClose}>{strings.settings.done}</Button>}
    >
      <div className="flex max-h-[60vh] flex-col gap-4 overflow-y-auto pt-2">
        <Table>
          <thead>
            <tr>
              <TableHead>{words.reportFolder}</TableHead>
              <TableHead className="text-right">{words.reportDone}</TableHead>
              {hasSkipped && <TableHead className="text-right">{words.reportSkipped}</TableHead>}
              <TableHead className="text-right">{words.reportFailed}</TableHead>
            </tr>
          </thead>
          <tbody>
            {folders.map(({ accountName, path, done, skipped = 0, failed }) => (
              <TableRow key={`${accountName}/${path}`}>
                <TableCell className="[overflow-wrap:anywhere]">
                  {accountCount > 1 ? `${accountName}: ${path}` : path}
                </TableCell>
                <TableCell className="text-right">{formatCount(strings, done)}</TableCell>
                {hasSkipped && (
                  <TableCell className="text-right">{skipped > 0 ? formatCount(strings, skipped) : ""}</TableCell>
                )}
                <TableCell className="text-right">{failed > 0 ? formatCount(strings, failed) : ""}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
        {keptOff.length > 0 && <p className="text-xs text-ink-2">{words.keptOff(keptOff.join(", "))}</p>}
        {changedCount > 0 && (
          <p className="text-xs text-warn">{words.changed(changedCount, formatCount(strings, changedCount))}</p>
        )}
        {data && data.failures.length > 0 && (
          <section className="flex flex-col gap-1.5">
            <h3 className="text-xs text-ink-2">{words.missing}</h3>
            <ul className="flex flex-col gap-1 text-xs">
              {data.failures.map(({ id, subject, folder, code }) => (
                <li key={id} className="[overflow-wrap:anywhere]">
                  <Dotted
                    className="text-ink-3"
                    parts={[
                      <span key="subject" className="text-xs text-ink">
                        {subject === "" ? words.noSubject : subject}
                      </span>,
                      folder,
                      failureWords(strings, code),
                    ]}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}
