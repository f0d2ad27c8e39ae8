"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDownToLine } from "lucide-react";
import { useState } from "react";
import { transfersOptions } from "#lib/query/transfers";
import { useStrings } from "../language/use-strings.ts";
import { ReadState } from "../settings/read-state.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { ImportDialog } from "./import/import-dialog.tsx";
import { TransferRow } from "./transfer-row.tsx";

export function TransfersPage() {
  const strings = useStrings();
  const words = strings.transfers;
  const transfers = useQuery(transfersOptions());
  const [isExporting, setIsExporting] = useState(false);
  const [isImporting, setIsImporting] = useState(false);
  const start = (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setIsImporting(true)}>{words.import.menu}</Button>
      <Button look="primary" onClick={() => setIsExporting(true)}>
        {words.export.start}
      </Button>
    </div>
  );
  return (
    <SettingsPage title={strings.settings.pages.transfers} text={words.text} action={start}>
      <ReadState query={transfers}>
        {(items) => (
          <Card>
            {items.length === 0 ? (
              <EmptyState icon={ArrowDownToLine} title={words.empty.title} text={words.empty.text} />
            ) : (
              <ul>
                {items.map((transfer) => (
                  <TransferRow key={transfer.id} transfer={transfer} />
                ))}
              </ul>
            )}
          </Card>
        )}
      </ReadState>
      {isImporting && <ImportDialog accountId={null} onClose={() => setIsImporting(false)} />}
      {isExporting && <ExportDialog scope={null} onClose={() => setIsExporting(false)} />}
    </SettingsPage>
  );
}
