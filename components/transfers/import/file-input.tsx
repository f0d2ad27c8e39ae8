import type { ComponentProps } from "react";
import type { Strings } from "#lib/strings/strings";

export type FileInputProps = Omit<ComponentProps<"input">, "type" | "onChange"> & {
  file: File | null;
  onFile: (file: File | null) => void;
  words: Pick<Strings["transfers"]["import"], "chooseFile" | "noFile">;
};

/** One file of this device. The browser's own field lies over what is seen: it would speak the browser's language. */
export function FileInput({ file, onFile, words, ...rest }: FileInputProps) {
  return (
    <span className="group/file relative flex items-center gap-3 rounded-md has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent">
      <span
        aria-hidden
        className="flex h-8 shrink-0 items-center rounded-md border border-field bg-surface px-2.5 text-sm text-ink group-hover/file:bg-hover pointer-coarse:h-10"
      >
        {words.chooseFile}
      </span>
      <span aria-hidden className="truncate pr-2 text-sm text-ink-2">
        {file?.name ?? words.noFile}
      </span>
      <input
        {...rest}
        type="file"
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
        className="absolute inset-0 opacity-0"
      />
    </span>
  );
}
