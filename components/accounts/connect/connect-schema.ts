import { z } from "zod";
import {
  ConnectAccount,
  VerifyAccount,
  type ConnectionProblemCode,
  type DiscoveredSettings,
  type ServerSettings,
  type Verification,
} from "#lib/contracts/account";
import type { SignedInMailbox, TypedServers } from "#lib/contracts/oauth";

export const histories = ["month", "year", "all"] as const;
type History = (typeof histories)[number];

/** All that the three steps ask for, together: what was typed in one is not lost in another. */
export const ConnectForm = VerifyAccount.extend({
  username: z.string().trim().max(254),
  name: ConnectAccount.shape.name,
  senderName: z.string().trim().max(100),
  mode: ConnectAccount.shape.mode,
  history: z.enum(histories),
  inboxId: z.number().int().nullable(),
});
export type ConnectForm = z.infer<typeof ConnectForm>;

export type ConnectField =
  | "emailAddress" | "password" | "username" | "name" | "senderName" | "mode" | "history" | "inboxId"
  | `${"imap" | "smtp"}.${"host" | "port" | "security"}`; // prettier-ignore

const serverFields = [
  "username", "imap.host", "imap.port", "imap.security", "smtp.host", "smtp.port", "smtp.security",
] as const satisfies ConnectField[]; // prettier-ignore

/** What each step has to have right before the next; somebody who has signed in has no password to give. */
export const fieldsOfStep = (step: number, isSignedIn: boolean): readonly ConnectField[] =>
  isSignedIn && step === 1 ? ["emailAddress", ...serverFields] : (stepFields[step] ?? []);

export const stepFields: readonly (readonly ConnectField[])[] = [
  ["emailAddress"],
  ["password", ...serverFields],
  ["name", "senderName", "history", "mode", "inboxId"],
];

export const emptyForm: ConnectForm = {
  emailAddress: "",
  username: "",
  password: "",
  imap: { host: "", port: 993, security: "tls" },
  smtp: { host: "", port: 465, security: "tls" },
  name: "",
  senderName: "",
  mode: "two-way",
  history: "year",
  inboxId: null,
};

/** The form as far as the address alone fills it in; what somebody `typed` before counts for more. */
export function suggested(values: ConnectForm, found: DiscoveredSettings, typed: TypedServers = {}): ConnectForm {
  const { imap, smtp, username } = found;
  return {
    ...values,
    username: username === values.emailAddress ? "" : username,
    imap: typed.imap ?? imap ?? emptyForm.imap,
    smtp: typed.smtp ?? smtp ?? emptyForm.smtp,
    name: values.name || nameOf(values.emailAddress),
  };
}

/** The servers that somebody typed, as far as they are whole and others than those that were found. */
export function typedServers(
  { imap, smtp }: Pick<ConnectForm, "imap" | "smtp">,
  found: DiscoveredSettings | null,
): TypedServers {
  const typed = (server: ServerSettings, known: ServerSettings | null | undefined) => {
    const { success, data } = VerifyAccount.shape.imap.safeParse(server);
    return success && JSON.stringify(data) !== JSON.stringify(known) ? data : undefined;
  };
  const [ours, theirs] = [typed(imap, found?.imap), typed(smtp, found?.smtp)];
  return { ...(ours && { imap: ours }), ...(theirs && { smtp: theirs }) };
}

export function toSettings({ emailAddress, username, password, imap, smtp }: ConnectForm): VerifyAccount {
  return { emailAddress, password, imap, smtp, ...(username !== "" && { username }) };
}

export function toAccount(values: ConnectForm, now: Date): ConnectAccount {
  return { ...toSettings(values), ...toWishes(values, now) };
}

export function toMailbox({ emailAddress, imap, smtp }: ConnectForm): SignedInMailbox {
  return { emailAddress, imap, smtp };
}

/** What the last step decides, however somebody has signed in. */
export function toWishes(values: ConnectForm, now: Date) {
  const { name, senderName, mode, history, inboxId } = values;
  const since = historySince(history, now);
  return { name, senderName, mode, historySince: since?.toISOString() ?? null, ...(inboxId !== null && { inboxId }) };
}

/** Which field to look at for each half that did not work. */
export function fieldsAtFault(
  { imap, smtp }: Verification,
  isSignedIn = false,
): { field: ConnectField; code: string; detail: string }[] {
  const halves = [{ name: "imap", ...imap } as const, { name: "smtp", ...smtp } as const];
  const faults = halves.flatMap(({ name, ok, code, detail }) =>
    ok ? [] : [{ field: fieldOf(name, code ?? "", isSignedIn), code: code ?? "", detail: detail ?? "" }],
  );
  return faults.filter((fault, index) => faults.findIndex((other) => other.field === fault.field) === index);
}

const places: Partial<Record<ConnectionProblemCode, "password" | "port" | "security" | "emailAddress">> = {
  oauth_refused: "emailAddress",
  wrong_password: "password", app_password_required: "password", oauth_required: "password", imap_disabled: "password",
  refused: "port", timeout: "port", port_not_allowed: "port", tls_failed: "port", not_a_mail_server: "port",
  starttls_missing: "security", plaintext_not_allowed: "security",
}; // prettier-ignore

function fieldOf(half: "imap" | "smtp", code: string, isSignedIn: boolean): ConnectField {
  const place = Object.entries(places).find(([known]) => known === code)?.[1];
  if (place === "password" && isSignedIn) return "emailAddress";
  return place === "password" || place === "emailAddress" ? place : `${half}.${place ?? "host"}`;
}

function historySince(history: History, now: Date): Date | null {
  const days = { month: 30, year: 365, all: null }[history];
  return days === null ? null : new Date(now.getTime() - days * 86_400_000);
}

/** `support@northwind.test` is mostly called Support. */
function nameOf(emailAddress: string): string {
  const [local = ""] = emailAddress.split("@");
  return local
    .split(/[._+-]+/)
    .filter((word) => word !== "")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
