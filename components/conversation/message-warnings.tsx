import { useStrings } from "../language/use-strings.ts";
import { Banner } from "../ui/banner.tsx";

const grave = new Set(["name-contains-address", "dkim-fail", "dmarc-fail"]);

/** What a reader should know before believing a mail. A first mail is only news, and is said in the details. */
export function MessageWarnings({ warnings }: { warnings: readonly string[] }) {
  const words: Record<string, string> = useStrings().conversation.warnings;
  const shown = warnings.filter((warning) => warning !== "first-time-sender" && words[warning] !== undefined);
  if (shown.length === 0) return null;
  return (
    <Banner tone={shown.some((warning) => grave.has(warning)) ? "bad" : "warn"} className="mb-2.5">
      {shown.map((warning) => (
        <p key={warning}>{words[warning]}</p>
      ))}
    </Banner>
  );
}
