"use client";

import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import type { Attachment } from "#lib/contracts/message";
import { fileKind } from "#lib/files/file-kind";
import { useStrings } from "../../language/use-strings.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Modal, ModalClose, ModalTitle } from "../../ui/modal.tsx";
import { FilePreview } from "./file-preview.tsx";
import { scrollByKey } from "./scroll-by-key.ts";

const zooms = [1, 1.5, 2, 3, 4] as const;

export type LightboxProps = {
  files: readonly Attachment[];
  /** Which of them is looked at. */
  at: number | null;
  onChange: (at: number | null) => void;
};

/** One file over all else: ← and → go on, ↑ and ↓ scroll, + and − zoom, d saves, Esc closes. */
export function Lightbox({ files, at, onChange }: LightboxProps) {
  const strings = useStrings();
  const file = at === null ? undefined : files[at];
  return (
    <Modal
      open={file !== undefined}
      onOpenChange={(isOpen) => !isOpen && onChange(null)}
      onKeyDown={(event) => at !== null && handleStep(event, at, files.length, onChange)}
      className="inset-0 flex flex-col border-0 bg-ground text-sm shadow-none"
    >
      {file && at !== null && (
        <>
          <Shown key={file.id} file={file} position={strings.conversation.fileOf(at + 1, files.length)} />
          {at > 0 && <Step side="left" label={strings.conversation.previousFile} onClick={() => onChange(at - 1)} />}
          {at < files.length - 1 && (
            <Step side="right" label={strings.conversation.nextFile} onClick={() => onChange(at + 1)} />
          )}
        </>
      )}
    </Modal>
  );
}

function handleStep(event: KeyboardEvent, at: number, count: number, onChange: (at: number) => void): void {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  if (scrollByKey(event.key, event.currentTarget.querySelector("section"))) event.preventDefault();
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  onChange(Math.min(count - 1, Math.max(0, at + step)));
}

function Shown({ file, position }: { file: Attachment; position: string }) {
  const strings = useStrings();
  const words = strings.conversation;
  const [zoom, setZoom] = useState(0);
  const name = file.filename || words.unnamedFile;
  const hasZoom = /^(?:picture|pdf)$/.test(fileKind(file));
  const turn = (by: number) => setZoom((now) => Math.min(zooms.length - 1, Math.max(0, now + by)));
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") turn(1);
    else if (event.key === "-") turn(-1);
    else if (event.key === "0") setZoom(0);
    else if (event.key === "d") event.currentTarget.querySelector<HTMLAnchorElement>("a[download]")?.click();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the dialog's keys; each has its button
    <div className="flex min-h-0 grow flex-col" onKeyDown={handleKeyDown}>
      <header className="flex items-center gap-1.5 border-b border-line bg-surface px-4 py-2">
        <ModalTitle className="min-w-0 grow truncate font-strong">
          <bdi>{name}</bdi> <span className="font-normal text-ink-3 tabular-nums">{position}</span>
        </ModalTitle>
        {hasZoom && (
          <>
            <IconButton
              icon={ZoomOut}
              label={words.smallerPicture}
              keys="−"
              disabled={zoom === 0}
              onClick={() => turn(-1)}
            />
            <IconButton
              icon={ZoomIn}
              label={words.largerPicture}
              keys="+"
              disabled={zoom === zooms.length - 1}
              onClick={() => turn(1)}
            />
          </>
        )}
        <a
          href={`/api/attachments/${file.id}`}
          download={name}
          aria-label={words.download(name)}
          title={words.download(name)}
          className="grid size-7 place-items-center rounded-md text-ink-3 hover:bg-hover hover:text-ink-2"
        >
          <Download aria-hidden />
        </a>
        <ModalClose asChild>
          <IconButton icon={X} label={strings.common.close} keys="Esc" />
        </ModalClose>
      </header>
      <FilePreview file={file} zoom={zooms[zoom] ?? 1} />
    </div>
  );
}

type StepProps = { side: "left" | "right"; label: string; onClick: () => void };

function Step({ side, label, onClick }: StepProps) {
  return (
    <IconButton
      icon={side === "left" ? ChevronLeft : ChevronRight}
      look="default"
      label={label}
      keys={side === "left" ? "←" : "→"}
      onClick={onClick}
      className={side === "left" ? "absolute top-1/2 left-3 size-9" : "absolute top-1/2 right-3 size-9"}
    />
  );
}
