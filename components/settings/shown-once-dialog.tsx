"use client";

import { strings } from "#lib/strings/strings";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { CopyField } from "./copy-field.tsx";

export type ShownOnceDialogProps = { title: string; text: string; label: string; value: string; onClose: () => void };

/** A secret that nobody can be shown again. */
export function ShownOnceDialog({ title, text, label, value, onClose }: ShownOnceDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={text}
      footer={<Button onClick={onClose}>{strings.settings.done}</Button>}
    >
      <div className="pt-2">
        <CopyField label={label} value={value} />
      </div>
    </Dialog>
  );
}
