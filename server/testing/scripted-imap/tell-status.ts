import { encodeName } from "./wire/mailbox-name.ts";
import type { ScriptedFolder } from "./scripted-folder.ts";
import { Refusal } from "./refusal.ts";
import type { SessionState } from "./session-state.ts";
import { list, quoted } from "./wire/words.ts";

/** @param items upper case, as STATUS names them */
export function tellStatus(state: SessionState, folder: ScriptedFolder, items: string[]): void {
  const values = items.map((name) => {
    if (name === "HIGHESTMODSEQ") {
      state.need("CONDSTORE");
      state.enabled.add("CONDSTORE");
    }
    if (name === "MAILBOXID") state.need("OBJECTID");
    return `${name} ${statusValue(folder, name)}`;
  });
  state.untagged(`STATUS ${quoted(encodeName(folder.path))} ${list(values)}`);
}

function statusValue(folder: ScriptedFolder, name: string): string {
  if (name === "MESSAGES") return String(folder.messages.length);
  if (name === "UNSEEN") return String(folder.unseenCount);
  if (name === "UIDNEXT") return String(folder.uidNext);
  if (name === "UIDVALIDITY") return String(folder.uidValidity);
  if (name === "RECENT") return "0";
  if (name === "SIZE") return String(folder.messages.reduce((sum, message) => sum + message.source.length, 0));
  if (name === "MAILBOXID") return `(${folder.mailboxId})`;
  if (name === "HIGHESTMODSEQ") return folder.options.noModseq ? "0" : String(folder.highestModseq);
  throw new Refusal("BAD Unknown status item.");
}
