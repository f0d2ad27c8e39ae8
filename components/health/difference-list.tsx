import type { FolderComparison, FolderDifference } from "#lib/contracts/sync-health";
import type { Strings } from "#lib/strings/strings";
import { useStrings } from "../language/use-strings.ts";
import { Dotted } from "../ui/dotted.tsx";
import { Summary } from "../ui/summary.tsx";
import { formatCount } from "../settings/format-count.ts";

/** What differed, by UID: folded, for most of the time nobody has to know. */
export function DifferenceList({ comparison }: { comparison: FolderComparison }) {
  const strings = useStrings();
  const words = strings.health.folders;
  const { differences, differenceCount, path } = comparison;
  const moreCount = differenceCount - differences.length;
  return (
    <details className="group text-xs text-ink-2">
      <Summary className="text-ink-3">{words.showDifferences(path)}</Summary>
      <ul className="mt-1 flex flex-col gap-0.5">
        {differences.map((difference) => (
          <li key={difference.uid} className="[overflow-wrap:anywhere]">
            <Dotted parts={[sentenceOf(strings, difference), difference.isMended ? words.mended : words.notMended]} />
          </li>
        ))}
        {moreCount > 0 && <li>{words.more(formatCount(strings, moreCount))}</li>}
      </ul>
    </details>
  );
}

function sentenceOf(strings: Strings, { uid, kind, here, there }: FolderDifference): string {
  const words = strings.health.folders;
  const list = (flags: string[]) => (flags.length === 0 ? words.noFlags : flags.join(" "));
  const flags = kind === "flags" ? words.flags(list(here), list(there)) : "";
  return `${words.difference(uid, kind)}${flags}`;
}
