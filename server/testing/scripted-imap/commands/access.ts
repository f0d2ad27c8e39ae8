import { textOf, type Request } from "../wire/command-parser.ts";
import { Refusal } from "../refusal.ts";
import type { SessionState } from "../session-state.ts";
import { quoted } from "../wire/words.ts";

export function capability(state: SessionState): string {
  state.untagged(`CAPABILITY ${[...state.capabilities].join(" ")}`);
  return "OK Capability completed.";
}

export const noop = (): string => "OK Done.";

export function logout(state: SessionState): string {
  state.untagged("BYE Logging out.");
  state.isLoggedOut = true;
  return "OK Logout completed.";
}

export function id(state: SessionState): string {
  state.need("ID");
  state.untagged('ID ("name" "Scripted")');
  return "OK ID completed.";
}

export function namespace(state: SessionState): string {
  state.need("NAMESPACE");
  const { prefix, delimiter } = state.needMailbox();
  state.untagged(`NAMESPACE ((${quoted(prefix)} ${quoted(delimiter)})) NIL NIL`);
  return "OK Namespace completed.";
}

export function login(state: SessionState, { args }: Request): string {
  const name = Buffer.from(textOf(args[0]), "latin1").toString();
  const mailbox = state.logIn(name, Buffer.from(textOf(args[1]), "latin1").toString());
  if (!mailbox) throw new Refusal("NO [AUTHENTICATIONFAILED] Authentication failed.");
  state.enter(name, mailbox);
  return `OK [CAPABILITY ${[...state.capabilities].join(" ")}] Logged in.`;
}

export function enable(state: SessionState, { args }: Request): string {
  state.need("ENABLE");
  const wanted = new Set(args.map((arg) => textOf(arg).toUpperCase()));
  const granted: string[] = [];
  if (state.has("CONDSTORE") && wanted.has("CONDSTORE")) granted.push("CONDSTORE");
  if (state.has("QRESYNC") && wanted.has("QRESYNC")) granted.push("CONDSTORE", "QRESYNC");
  for (const name of granted) state.enabled.add(name);
  state.untagged(`ENABLED ${[...new Set(granted)].join(" ")}`.trim());
  return "OK Enabled.";
}
