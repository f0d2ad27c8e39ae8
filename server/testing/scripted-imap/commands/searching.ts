import { itemsOf, textOf, type Arg, type Request } from "../wire/command-parser.ts";
import { headerField } from "../wire/mime-tree.ts";
import { Refusal } from "../refusal.ts";
import type { Selected, SessionState } from "../session-state.ts";
import { parseDate, setPredicate, setText } from "../wire/words.ts";
import type { Target } from "./targets.ts";
import { targetsOf } from "./targets.ts";

type Test = (target: Target) => boolean;

export function search(state: SessionState, { args, command, tag }: Request): string {
  const selected = state.needSelected();
  const isByUid = command.startsWith("UID");
  const keys = [...args];
  const isExtended = textOf(keys[0]).toUpperCase() === "RETURN";
  if (isExtended) state.need("ESEARCH");
  const returns = isExtended ? itemsOf(keys[1]).map((arg) => textOf(arg).toUpperCase()) : [];
  if (isExtended) keys.splice(0, 2);
  if (textOf(keys[0]).toUpperCase() === "CHARSET") keys.splice(0, 2);
  const test = new KeyReader(selected, keys).all();
  const found = targetsOf(selected, "1:*", true)
    .filter(test)
    .map(({ sequence, message }) => (isByUid ? message.uid : sequence));
  if (!isExtended) state.untagged(`SEARCH ${found.join(" ")}`.trim());
  else state.untagged([`ESEARCH (TAG "${tag}")`, ...(isByUid ? ["UID"] : []), ...results(found, returns)].join(" "));
  return "OK Search completed.";
}

function results(found: number[], returns: string[]): string[] {
  const wanted = new Set(returns.length > 0 ? returns : ["ALL"]);
  const words: string[] = [];
  if (found.length > 0) {
    if (wanted.has("MIN")) words.push(`MIN ${found[0]}`);
    if (wanted.has("MAX")) words.push(`MAX ${found.at(-1)}`);
    if (wanted.has("ALL")) words.push(`ALL ${setText(found)}`);
  }
  if (wanted.has("COUNT")) words.push(`COUNT ${found.length}`);
  return words;
}

const flagKeys = new Map([
  ["SEEN", "\\Seen"],
  ["ANSWERED", "\\Answered"],
  ["FLAGGED", "\\Flagged"],
  ["DELETED", "\\Deleted"],
  ["DRAFT", "\\Draft"],
]);

const headerKeys = new Set(["FROM", "TO", "CC", "BCC", "SUBJECT"]);

class KeyReader {
  readonly #selected: Selected;
  readonly #keys: Arg[];

  constructor(selected: Selected, keys: Arg[]) {
    this.#selected = selected;
    this.#keys = keys;
  }

  all(): Test {
    const tests: Test[] = [];
    while (this.#keys.length > 0) tests.push(this.#one());
    return (target) => tests.every((test) => test(target));
  }

  #word = (): string => textOf(this.#keys.shift());

  #one(): Test {
    const key = this.#keys[0];
    if (key?.kind === "list") {
      this.#keys.shift();
      return new KeyReader(this.#selected, [...key.items]).all();
    }
    const name = this.#word().toUpperCase();
    const flag = flagKeys.get(name.replace(/^UN/, ""));
    if (flag) return ({ message }) => message.flags.has(flag) !== name.startsWith("UN");
    if (headerKeys.has(name)) return this.#header(name, this.#word());
    if (/^[\d*]/.test(name)) return this.#inSet(name, ({ sequence }) => sequence, this.#selected.view.length);
    return this.#named(name);
  }

  #named(name: string): Test {
    switch (name) {
      case "ALL":
      case "OLD":
        return () => true;
      case "NEW":
      case "RECENT":
        return () => false;
      case "UID":
        return this.#inSet(this.#word(), ({ message }) => message.uid, this.#selected.view.at(-1) ?? 0);
      case "NOT":
        return not(this.#one());
      case "OR":
        return either(this.#one(), this.#one());
      case "HEADER":
        return this.#header(this.#word(), this.#word());
      case "KEYWORD":
        return keyword(this.#word());
      case "UNKEYWORD":
        return not(keyword(this.#word()));
      case "SINCE":
        return since(parseDate(this.#word()));
      case "BEFORE":
        return not(since(parseDate(this.#word())));
      case "LARGER":
        return larger(Number(this.#word()));
      case "SMALLER":
        return not(larger(Number(this.#word()) - 1));
      case "MODSEQ":
        return newer(BigInt(this.#word()));
      case "X-GM-MSGID":
        return provider(this.#word());
      case "TEXT":
      case "BODY":
        return contains(this.#word());
      default:
        throw new Refusal("BAD Unknown search key.");
    }
  }

  #inSet(set: string, number: (target: Target) => number, largest: number): Test {
    const isIn = setPredicate(set, largest);
    return (target) => isIn(number(target));
  }

  #header(field: string, value: string): Test {
    const { folder } = this.#selected;
    const wanted = value.toLowerCase();
    return ({ message }) => headerField(folder.treeOf(message).headers, field).toLowerCase().includes(wanted);
  }
}

const not =
  (test: Test): Test =>
  (target) =>
    !test(target);
const either =
  (first: Test, second: Test): Test =>
  (target) =>
    first(target) || second(target);
const keyword =
  (flag: string): Test =>
  ({ message }) =>
    message.flags.has(flag);
const larger =
  (size: number): Test =>
  ({ message }) =>
    message.source.length > size;
const newer =
  (modseq: bigint): Test =>
  ({ message }) =>
    message.modseq >= modseq;
const provider =
  (emailId: string): Test =>
  ({ message }) =>
    message.emailId === emailId;
const contains =
  (text: string): Test =>
  ({ message }) =>
    message.source.toLowerCase().includes(text.toLowerCase());
/** By day, the time of day left aside (RFC 3501 §6.4.4). */
const since =
  (day: Date): Test =>
  ({ message }) =>
    message.receivedAt.getTime() >= day.getTime();
