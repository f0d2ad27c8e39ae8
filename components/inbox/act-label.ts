import type { Act } from "#lib/query/act";
import type { FirstStrings } from "#lib/strings/strings";
import { dayAndTime } from "#lib/time";

/** What was done to so many conversations, in a few words. */
export function actLabel(strings: FirstStrings, act: Act, count: number): string {
  const { done } = strings.conversation;
  switch (act.kind) {
    case "status":
      return { open: done.opened, pending: done.pended, closed: done.closed }[act.status](count);
    case "assignee":
      return act.assignee ? done.assigned(count, act.assignee.name) : done.unassigned(count);
    case "move":
      return moveLabel(strings, act.role)(count);
    case "folder":
      return strings.folders.movedTo(count, act.folder.name);
    case "back":
      return done.movedToInbox(count);
    case "delete":
      return done.deleted(count);
    case "undelete":
      return done.undeleted(count);
    case "tag":
      return (act.on ? done.tagged : done.untagged)(count, act.tag.name);
    case "snooze":
      if (act.until === null) return done.woken(count);
      return done.snoozed(
        count,
        dayAndTime(new Date(act.until), new Date(), strings.locale, strings.common.timeWithin),
      );
    case "seen":
      return (act.seen ? done.seen : done.unseen)(count);
    case "flagged":
      return (act.flagged ? done.flagged : done.unflagged)(count);
    default:
      return act satisfies never;
  }
}

function moveLabel(strings: FirstStrings, role: "inbox" | "archive" | "junk" | "trash"): (count: number) => string {
  const { done } = strings.conversation;
  return { inbox: done.movedToInbox, archive: done.archived, junk: done.junked, trash: done.trashed }[role];
}
