import { conversationStatuses } from "../contracts/vocabulary.ts";
import type { QueryToken } from "./lex-query.ts";
import { nearestOperator, operatorNamed, placeValues, spellings, stateValues, thingValues } from "./operators.ts";
import type { OperatorName } from "./operators.ts";
import type { SearchLeaf, SearchMistake, SearchNode, TextField } from "./query-tree.ts";
import { isUnspaced, mayBeBeginning, wordsOf } from "./words.ts";

type Term = QueryToken & { kind: "term" };

/** What stands before the colon of a subject or a link is no operator. */
const ordinary = /^(re|fw|fwd|aw|wg|sv|vs|tr|rv|antw|https?|ftp|mailto|tel)$/i;

/** @param isLast whether its last word may go on */
export function readOperator(term: Term, isLast: boolean): SearchNode | SearchMistake {
  const name = term.operator ?? "";
  const operator = operatorNamed(name);
  const place = { start: term.start, end: term.end };
  if (!operator) {
    const isText = ordinary.test(name) || term.value.startsWith("//");
    if (isText) return textLeaf("any", { ...term, value: `${name}:${term.value}` }, isLast);
    return {
      code: "unknown-operator",
      name,
      nearest: nearestOperator(name),
      ...place,
      end: term.start + name.length + 1,
    };
  }
  if (term.value.trim() === "") return { code: "missing-value", operator, ...place };
  return readValue(operator, term, place);
}

/** Words that stand in a row. */
export function textLeaf(field: TextField, term: Term, isOpen: boolean): SearchLeaf | SearchMistake {
  const words = wordsOf(term.value).map((word) => word.text);
  const last = words.at(-1);
  if (last === undefined) return { code: "no-words", value: term.value, start: term.start, end: term.end };
  const mayGoOn =
    !term.isQuoted && (isOpen || term.value.endsWith("*") || isUnspaced(last) || /\p{Script=Hangul}$/u.test(last));
  return { kind: "text", field, words, isOpen: mayGoOn && mayBeBeginning(last) };
}

function readValue(
  operator: OperatorName,
  term: Term,
  place: { start: number; end: number },
): SearchNode | SearchMistake {
  const value = term.value.trim();
  switch (operator) {
    case "from":
    case "to":
    case "cc":
    case "subject":
    case "body":
    case "filename":
    case "note":
      return textLeaf(operator, term, true);
    case "tag":
    case "account":
      return { kind: operator, value };
    case "assignee":
      return assigneeLeaf(value);
    case "in":
      return placeLeaf(value);
    case "is":
      return stateNode(value) ?? { code: "unknown-value", operator, value, choices: stateValues, ...place };
    case "has":
      return thingLeaf(value) ?? { code: "unknown-value", operator, value, choices: thingValues, ...place };
    case "before":
    case "after":
      return dateLeaf(operator, value) ?? { code: "bad-date", operator, value, ...place };
    default:
      return operator satisfies never;
  }
}

function assigneeLeaf(value: string): SearchLeaf {
  const who = value.toLowerCase();
  if (who === "nobody" || who === "none") return { kind: "assignee", value: "none" };
  return { kind: "assignee", value: who === "me" ? "me" : value };
}

function placeLeaf(value: string): SearchLeaf {
  const name = usual("in", value);
  const role = placeValues.find((one) => one === name);
  return role ? { kind: "role", value: role } : { kind: "folder", value };
}

function stateNode(value: string): SearchNode | null {
  const state = usual("is", value);
  const status = conversationStatuses.find((one) => one === state);
  if (status) return { kind: "status", value: status };
  switch (state) {
    case "unseen":
    case "flagged":
    case "snoozed":
      return { kind: state };
    case "seen":
      return { kind: "not", node: { kind: "unseen" } };
    case "unflagged":
      return { kind: "not", node: { kind: "flagged" } };
    case "unassigned":
      return { kind: "assignee", value: "none" };
    case "assigned":
      return { kind: "not", node: { kind: "assignee", value: "none" } };
    default:
      return null;
  }
}

function thingLeaf(value: string): SearchLeaf | null {
  const thing = usual("has", value);
  return thing === "attachment" || thing === "note" ? { kind: thing } : null;
}

/** Days, months and years are those of UTC: `before:2026-03` ends with February, `after:2026` begins with January. */
function dateLeaf(kind: "before" | "after", value: string): SearchLeaf | null {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(value) ?? [];
  if (year === undefined) return null;
  const at = new Date(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.getUTCDate() !== Number(day) ? null : { kind, at };
}

function usual(operator: string, value: string): string {
  const lower = value.toLowerCase();
  return (spellings.get(`${operator}:${lower}`) ?? `${operator}:${lower}`).slice(operator.length + 1);
}
