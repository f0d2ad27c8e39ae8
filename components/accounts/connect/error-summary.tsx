"use client";

import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { get, type FieldErrors, type UseFormReturn } from "react-hook-form";
import { useStrings } from "../../language/use-strings.ts";
import { stepFields, type ConnectField, type ConnectForm } from "./connect-schema.ts";

/** What is wrong, gathered above the form and focused when it appears, so that nobody has to hunt for it. */
export function ErrorSummary({ form }: { form: UseFormReturn<ConnectForm, unknown, ConnectForm> }) {
  const words = useStrings().accounts.connectForm;
  const labels: Record<ConnectField, string> = {
    emailAddress: words.emailAddress,
    password: words.password,
    username: words.username,
    "imap.host": `${words.imap}: ${words.host}`,
    "imap.port": `${words.imap}: ${words.port}`,
    "imap.security": `${words.imap}: ${words.security}`,
    "smtp.host": `${words.smtp}: ${words.host}`,
    "smtp.port": `${words.smtp}: ${words.port}`,
    "smtp.security": `${words.smtp}: ${words.security}`,
    name: words.name,
    senderName: words.senderName,
    history: words.history,
    mode: words.mode,
    inboxId: words.inbox,
  };
  const { errors } = form.formState;
  const faults = stepFields.flat().flatMap((field) => {
    const message = messageAt(errors, field);
    return message === undefined ? [] : [{ field, message }];
  });
  const whole = errors.root?.message;
  const box = useRef<HTMLDivElement>(null);
  const news = [whole, ...faults.map(({ field, message }) => field + message)].join("\n");
  useEffect(() => {
    if (news !== "") box.current?.focus();
  }, [news]);
  if (whole === undefined && faults.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="flex gap-2 rounded-md bg-bad-soft px-3 py-2.5 text-ink-2">
      <CircleAlert aria-hidden className="mt-0.5 text-bad" />
      <div className="min-w-0">
        <p className="text-ink">{whole ?? words.summary(faults.length)}</p>
        <ul>
          {faults.map(({ field, message }) => (
            <li key={field}>
              <button
                type="button"
                className="rounded-sm text-left underline-offset-2 hover:underline"
                onClick={() => form.setFocus(field)}
              >
                <span className="underline underline-offset-2">{labels[field]}</span>: {message}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function messageAt(errors: FieldErrors<ConnectForm>, field: ConnectField): string | undefined {
  const error: unknown = get(errors, field);
  const message = typeof error === "object" && error !== null && "message" in error ? error.message : undefined;
  return typeof message === "string" ? message : undefined;
}
