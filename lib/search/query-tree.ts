import type { ConversationStatus, FolderRole } from "../contracts/vocabulary.ts";

/** Where words are looked for; `any` is all of them. */
export type TextField = "any" | "subject" | "from" | "to" | "cc" | "filename" | "body" | "note";

/** Words in a row. With `isOpen` the last of them may go on: it is still being typed, or ends with `*`. */
export type TextLeaf = { kind: "text"; field: TextField; words: string[]; isOpen: boolean };

/** What may be asked of a message or of its conversation. */
export type SearchLeaf =
  | TextLeaf
  /** An assignee is `me`, `none`, or part of a name or address; an account is part of its name or address. */
  | { kind: "folder" | "tag" | "assignee" | "account"; value: string }
  | { kind: "status"; value: ConversationStatus }
  | { kind: "role"; value: FolderRole }
  | { kind: "unseen" | "flagged" | "snoozed" | "attachment" | "note" }
  | { kind: "before" | "after"; at: Date };

export type SearchNode = SearchLeaf | { kind: "and" | "or"; nodes: SearchNode[] } | { kind: "not"; node: SearchNode };

/** What is wrong with a query, and where: characters from `start` to before `end`. */
export type SearchMistake = { start: number; end: number } & (
  | { code: "unknown-operator"; name: string; nearest: string | null }
  | { code: "unknown-value"; operator: string; value: string; choices: readonly string[] }
  | { code: "missing-value"; operator: string }
  | { code: "bad-date"; operator: string; value: string }
  | { code: "no-words"; value: string }
  | {
      code:
        "open-quote" | "open-parenthesis" | "stray-parenthesis" | "stray-or" | "stray-not" | "too-long" | "too-deep";
    }
);

export type ParsedQuery = { tree: SearchNode | null; mistakes: SearchMistake[] };
