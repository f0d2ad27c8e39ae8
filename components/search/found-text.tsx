import type { TextPiece } from "#lib/contracts/search";

/** Text with what was looked for marked in it: nodes, never markup. */
export function FoundText({ pieces }: { pieces: readonly TextPiece[] }) {
  let offset = 0;
  return pieces.map(({ text, isFound }) => {
    const key = offset;
    offset += text.length;
    return isFound ? (
      <mark key={key} className="rounded-sm bg-found text-ink">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
