import { textOf, type Request } from "../wire/command-parser.ts";
import { notifiedItems, Notifications } from "../notifications.ts";
import { Refusal } from "../refusal.ts";
import type { SessionState } from "../session-state.ts";
import { tellStatus } from "../tell-status.ts";

/** `NOTIFY SET [STATUS] (<filter> (<events>)) …` or `NOTIFY NONE` (RFC 5465 §3). */
export function notify(state: SessionState, { args }: Request): string {
  state.need("NOTIFY");
  const mailbox = state.needMailbox();
  const [verb, ...rest] = args;
  if (textOf(verb).toUpperCase() === "NONE") {
    state.notifications = null;
    return "OK Notify completed.";
  }
  if (textOf(verb).toUpperCase() !== "SET") throw new Refusal("BAD SET or NONE was expected.");
  const wantsStatus = textOf(rest[0]).toUpperCase() === "STATUS";
  const groups = wantsStatus ? rest.slice(1) : rest;
  const notifications = new Notifications(groups);
  state.notifications = notifications;
  if (!wantsStatus) return "OK Notify completed.";
  for (const folder of mailbox.folders.values()) {
    if (folder.options.selectable === false || !notifications.concerns(folder, mailbox, "MessageNew")) continue;
    tellStatus(state, folder, notifiedItems(new Set(["MessageNew"]), state.knowsModseqs));
  }
  return "OK Notify completed.";
}
