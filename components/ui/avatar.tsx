import { cn } from "#lib/cn";
import { initialsOf } from "#lib/initials";

const sizes = {
  xs: "size-3.5 text-[7px]/none",
  sm: "size-[18px] text-[9px]/none",
  md: "size-[22px] text-[10px]/none",
  lg: "size-8 text-xs/none",
};

export type AvatarProps = {
  name: string;
  /** What its colour is made from, so that a renamed person keeps it; the name when absent. */
  seed?: string;
  size?: keyof typeof sizes;
  /** Its words for a screen reader, where the name does not stand beside it. */
  label?: string;
  className?: string;
};

export function Avatar({ name, seed = name, size = "md", label, className }: AvatarProps) {
  return (
    <span
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
      data-color={colorOf(seed)}
      data-initials={initialsOf(name)}
      className={cn(
        // Drawn, not written: beside a name they would only be read twice.
        "before:content-[attr(data-initials)]",
        "inline-grid shrink-0 place-items-center rounded-full bg-(--face) font-strong text-face-ink select-none",
        sizes[size],
        className,
      )}
    />
  );
}

function colorOf(seed: string): number {
  // FNV-1a, and a last mix: the low bits alone would give half of all people the same few colours.
  let hash = 0x811c9dc5;
  for (const character of seed.toLowerCase()) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) % 12;
}
