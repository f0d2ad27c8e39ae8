import { CircleCheck, CircleX } from "lucide-react";
import type { Verification } from "#lib/contracts/account";
import { useStrings } from "../../language/use-strings.ts";

export type CheckResultsProps = {
  outcome: Verification;
  /** Where the fields at fault say the rest. */
  isBrief?: boolean;
};

/** How the two servers took it, each for itself. */
export function CheckResults({ outcome, isBrief = false }: CheckResultsProps) {
  const { connectForm: words, problem } = useStrings().accounts;
  const halves = [
    { name: words.imapResult, ...outcome.imap },
    { name: words.smtpResult, ...outcome.smtp },
  ];
  return (
    <ul aria-label={words.results} className="flex flex-col gap-2 rounded-lg border border-line px-3 py-2.5">
      {halves.map(({ name, ok, code = "", detail = "" }) => (
        <li key={name} className="flex gap-2">
          {ok ? (
            <CircleCheck aria-hidden className="mt-0.5 text-good" />
          ) : (
            <CircleX aria-hidden className="mt-0.5 text-bad" />
          )}
          <span className="min-w-0">
            <span className="text-ink">{name}</span>{" "}
            <span className="text-ink-2">
              {ok ? words.checkOk : isBrief ? words.checkFailed : problem(code, detail)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
