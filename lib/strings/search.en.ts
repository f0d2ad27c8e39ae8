import type { OperatorName } from "../search/operators.ts";
import type { SearchMistake } from "../search/query-tree.ts";

const operators: Record<OperatorName, { help: string; example: string }> = {
  from: { help: "Who wrote it", example: "from:ada" },
  to: { help: "Who got it, copies too", example: "to:support" },
  cc: { help: "Who got a copy", example: "cc:boss@example.org" },
  subject: { help: "Words of the subject", example: "subject:invoice" },
  body: { help: "Words of the text", example: 'body:"pick up"' },
  filename: { help: "Names of attached files", example: "filename:report.pdf" },
  note: { help: "Words of colleagues’ notes", example: "note:refund" },
  has: { help: "With attachments or notes", example: "has:attachment" },
  is: { help: "Its state", example: "is:unseen" },
  in: { help: "Where it lies", example: "in:trash" },
  tag: { help: "With this tag", example: "tag:vip" },
  assignee: { help: "Whose it is", example: "assignee:me" },
  account: { help: "In this account", example: "account:support" },
  before: { help: "Before a day, month or year", example: "before:2026-03" },
  after: { help: "From a day, month or year on", example: "after:2026-03-15" },
};

function mistake(one: SearchMistake): string {
  switch (one.code) {
    case "unknown-operator":
      return one.nearest === null
        ? `There is no “${one.name}:”. Put it in quotes to look for the words.`
        : `There is no “${one.name}:”. Did you mean “${one.nearest}:”?`;
    case "unknown-value":
      return `“${one.operator}:” knows no “${one.value}”. It takes ${one.choices.join(", ")}.`;
    case "missing-value":
      return `“${one.operator}:” wants something right behind the colon.`;
    case "bad-date":
      return `“${one.value}” is no date. Write 2026-03-15, 2026-03 or 2026.`;
    case "no-words":
      return `“${one.value}” has no letters or digits to look for.`;
    case "open-quote":
      return "This quotation mark is never closed.";
    case "open-parenthesis":
      return "This parenthesis is never closed.";
    case "stray-parenthesis":
      return "This parenthesis closes nothing.";
    case "stray-or":
      return "OR stands between two things to look for.";
    case "stray-not":
      return "What should be left out must follow.";
    case "too-long":
      return "These are too many words for one search.";
    case "too-deep":
      return "These are too many alternatives for one search.";
    default:
      return one satisfies never;
  }
}

export const searchEn = {
  operators,
  mistake,
  mistakes: "This search cannot be carried out",
  suggestions: "Suggestions",
  sections: { recent: "Searched before", operators: "Narrow it down", people: "People", values: "Choose" },
  forgetRecent: "Forget these searches",
  me: "Me",
  nobody: "Nobody",
  progress: (done: string, all: string) => `Texts of ${done} of ${all} mails are searchable so far.`,
  noResults: {
    title: "Nothing found",
    text: "Words are found in subjects, people, texts, names of files and notes, whatever their accents. Narrow or widen the search with these:",
  },
  saveSearch: "Save search",
  views: "Saved searches",
  viewMenu: (name: string) => `Change “${name}”`,
  renameView: "Rename",
  removeView: "Remove",
  shareView: "Show to everybody",
  dialog: {
    addTitle: "Save this search",
    editTitle: "Saved search",
    name: "Name",
    query: "Search",
    shared: "Show it to everybody; each sees only mail of their own inboxes",
    save: "Save",
  },
  failed: { saveView: "The search could not be saved.", removeView: "The saved search could not be removed." },
  inNote: "Note",
  inFile: "File",
};
