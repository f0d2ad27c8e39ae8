const offline = "The server cannot be reached. Check your connection and try again.";
const failed = "Something went wrong on our side. Try again in a moment.";

export const commonEn = {
  description: "The shared inbox of your team.",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  remove: "Remove",
  tryAgain: "Try again",
  undo: "Undo",
  more: "More",
  back: "Back",
  notFoundTitle: "There is nothing here",
  notFoundText: "It may have been removed, or it belongs to an inbox that you are not a member of.",
  toInbox: "To the inbox",
  errorTitle: "This page could not be shown",
  errorText: "Something went wrong on our side. Your mail is safe; try again in a moment.",
  search: "Search",
  loading: "Loading …",
  time: { today: "Today", yesterday: "Yesterday", tomorrow: "Tomorrow" },
  /** Behind other words of a sentence. */
  timeWithin: { today: "today", yesterday: "yesterday", tomorrow: "tomorrow" },
  notifications: "Notifications",
  you: "You",
  offline,
  failed,
  /** What an answer of the server with this code means; `detail` is its own sentence, in English. */
  /** Why something was not done, as the server stored it. */
  reason: (sentence: string) => sentence,
  problem: (code: string, detail: string) => (code === "offline" ? offline : detail || failed),
  theme: { label: "Theme", system: "As the system", light: "Light", dark: "Dark" },
};
