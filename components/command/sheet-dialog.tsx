"use client";

import { useStrings } from "../language/use-strings.ts";
import { Dialog } from "../ui/dialog.tsx";
import { SheetContent } from "./sheet-content.tsx";

export function SheetDialog({ onClose }: { onClose: () => void }) {
  const words = useStrings().command;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.sheetTitle} className="max-w-3xl" isText>
      <SheetContent onDone={onClose} />
    </Dialog>
  );
}
