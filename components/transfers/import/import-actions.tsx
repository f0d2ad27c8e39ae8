"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Transfer } from "#lib/contracts/transfer";
import { accountsOptions } from "#lib/query/accounts";
import { useStrings } from "../../language/use-strings.ts";
import { Button } from "../../ui/button.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { ImportTargetDialog } from "./import-target-dialog.tsx";

/** What an import waits for somebody to do. */
export function ImportActions({ transfer }: { transfer: Transfer }) {
  const words = useStrings().transfers.import;
  const { data: accounts = [] } = useQuery(accountsOptions());
  const [dialog, setDialog] = useState<"upload" | "target" | null>(null);
  const { code } = transfer.stateDetail;
  const account = accounts.find(({ id }) => id === transfer.accountId);
  const isAsked = transfer.state === "waiting" && (code === "uploading" || code === "to_confirm");
  if (!account) return null;
  const close = () => setDialog(null);
  return (
    <>
      {isAsked && (
        <Button onClick={() => setDialog(code === "uploading" ? "upload" : "target")}>
          {code === "uploading" ? words.goOn : words.choose}
        </Button>
      )}
      {dialog === "target" && <ImportTargetDialog transferId={transfer.id} account={account} onClose={close} />}
      {dialog === "upload" && <ImportDialog accountId={account.id} transferId={transfer.id} onClose={close} />}
    </>
  );
}
