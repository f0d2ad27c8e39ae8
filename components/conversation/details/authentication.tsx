"use client";

import { ShieldAlert, ShieldCheck, ShieldQuestion } from "lucide-react";
import { authenticationResults } from "#lib/mail/authentication-results";
import { useStrings } from "../../language/use-strings.ts";

/** In words, what the account's own server found out about the sender. */
export function Authentication({ headers }: { headers: Readonly<Record<string, string>> }) {
  const words = useStrings().conversation.authentication;
  const found = authenticationResults(headers);
  if (!found) return <p className="mb-4 text-ink-3">{words.none}</p>;
  return (
    <section className="mb-4 rounded-md border border-line px-3 py-2">
      <h3 className="text-xs text-ink-3">{words.title(found.server)}</h3>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {[...found.results.entries()].map(([index, { method, result, about }]) => {
          const verdict = verdictOf(result);
          const Icon = icons[verdict];
          return (
            <li key={index} className="flex gap-2">
              <Icon aria-hidden className={`mt-0.5 size-4! shrink-0 ${tones[verdict]}`} />
              <span>
                <b className="font-strong">{method.toUpperCase()}</b> {words.results[method][verdict](about)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Verdict = "pass" | "fail" | "unknown";

const icons = { pass: ShieldCheck, fail: ShieldAlert, unknown: ShieldQuestion };
const tones = { pass: "text-good", fail: "text-bad", unknown: "text-ink-3" };

function verdictOf(result: string): Verdict {
  if (result === "pass") return "pass";
  return /^(?:fail|softfail|permerror|policy)$/.test(result) ? "fail" : "unknown";
}
