/** Everything the scripted server can do wrong, by name. What exactly it does each time is the seed's to say. */
import type { seededRandom } from "../seeded-random.ts";
import type { Fault, FaultRequest } from "./faults.ts";
import { goodbyes, loginRefusals, workRefusals } from "./provider-texts.ts";

type Random = ReturnType<typeof seededRandom>;

type NamedFault = {
  /** Which requests it can strike. */
  strikes: (request: FaultRequest) => boolean;
  make: (random: Random, request: FaultRequest) => Fault;
  /** Of being struck, where it can strike only now and then. */
  chance?: number;
  /** `reading`: it says what is not so, or leaves out what nobody can miss, as flags of one message. `writing`: it says that it did what it did not. Else it only says less, later, or no. */
  lies?: "reading" | "writing";
};

const isLogin = ({ command }: FaultRequest) => command === "LOGIN" || command === "AUTHENTICATE";
const isWork = (request: FaultRequest) => request.user !== "" && request.command !== "LOGOUT";
const is =
  (...commands: string[]) =>
  ({ command }: FaultRequest) =>
    commands.includes(command);
const isFetch = is("UID FETCH", "FETCH");
const isSearch = is("UID SEARCH", "SEARCH");
const asksStatus = is("LIST", "STATUS", "SELECT", "EXAMINE");
const isRow = (line: string) => /^\* \d+ FETCH /.test(line);
const rewriting = (change: (lines: string[]) => string[]): Fault => ({ rewrite: change });
const each = (change: (line: string) => string): Fault => rewriting((lines) => lines.map(change));
const some = (random: Random, lines: string[], chance = 0.3) => lines.filter(() => random.next() >= chance);

const namedFaults = {
  "drops before": { strikes: isWork, make: () => ({ drop: "before" }) },
  "drops after": { strikes: isWork, make: () => ({ drop: "after" }) },
  "drops after a write": {
    strikes: is("UID COPY", "UID MOVE", "UID STORE", "UID EXPUNGE", "APPEND"),
    make: () => ({ drop: "after" }),
    chance: 0.5,
  },
  "refuses a write": {
    strikes: is("UID COPY", "UID MOVE", "UID STORE", "UID EXPUNGE", "APPEND"),
    make: (random) => ({ refuse: random.pick(workRefusals) }),
    chance: 0.5,
  },
  "drops in the middle": { strikes: isWork, make: () => ({ drop: "middle" }) },
  "answers late": { strikes: () => true, make: (random) => ({ delayMs: Math.floor(random.next() * 30) }) },
  "says goodbye": { strikes: isWork, make: (random) => ({ bye: random.pick(goodbyes) }) },
  "refuses to work": { strikes: isWork, make: (random) => ({ refuse: random.pick(workRefusals) }) },
  "refuses the login": { strikes: isLogin, make: (random) => ({ refuse: random.pick(loginRefusals) }) },
  "half-opens": { strikes: isWork, make: () => ({ hang: true }) },
  "cuts its answer short": {
    strikes: is("UID FETCH", "UID SEARCH", "SELECT", "LIST"),
    make: (random) => rewriting((lines) => lines.slice(0, Math.floor(random.next() * lines.length))),
    lies: "reading",
  },
  "omits rows": { strikes: isFetch, make: (random) => rewriting((lines) => some(random, lines)), lies: "reading" },
  "omits UIDs": { strikes: isSearch, make: (random) => each((line) => withFewerUids(random, line)), lies: "reading" },
  "finds nothing": {
    strikes: isSearch,
    make: () => each((line) => line.replace(/^(\* SEARCH).*|(^\* ESEARCH .*?) ALL \S+$/, "$1$2")),
    lies: "reading",
  },
  "repeats rows": { strikes: isFetch, make: () => rewriting((lines) => lines.flatMap((line) => [line, line])) },
  "reorders rows": {
    strikes: isFetch,
    make: (random) => rewriting((lines) => [...shuffled(random, lines.filter(isRow)), ...lines.filter((l) => !isRow(l))]), // prettier-ignore
  },
  "garbles a row": {
    strikes: isFetch,
    make: (random) => each((line) => (isRow(line) && random.next() < 0.4 ? line.replace("(", "((") : line)),
    lies: "reading",
  },
  "leaves out the UID of a row": {
    strikes: isFetch,
    make: (random) => each((line) => (random.next() < 0.4 ? line.replace(/\bUID \d+ /, "") : line)),
    lies: "reading",
  },
  "changes UIDVALIDITY": {
    strikes: asksStatus,
    make: () => each((line) => line.replace(/UIDVALIDITY \d+/, "UIDVALIDITY 77")),
    lies: "reading",
  },
  "says no UIDVALIDITY": {
    strikes: asksStatus,
    make: (random) =>
      each((line) => line.replace(/UIDVALIDITY \d+/, random.next() < 0.5 ? "UIDVALIDITY 0" : "X-NONE 0")),
  },
  "says no UIDNEXT": { strikes: asksStatus, make: () => each((line) => line.replace(/UIDNEXT \d+/, "X-NONE 0")) },
  "forgets VANISHED": {
    strikes: isWork,
    make: () => rewriting((lines) => lines.filter((one) => !/VANISHED/.test(one))),
  },
  "invents VANISHED": {
    strikes: is("UID FETCH", "SELECT", "NOOP", "UID STORE"),
    make: (random, { line }) => {
      const isEarlier = /QRESYNC|VANISHED/.test(line);
      const set = random.pick(["1:4294967295", "1:5", "2,4", String(1 + Math.floor(random.next() * 20))]);
      return rewriting((lines) => [...lines, `* VANISHED ${isEarlier ? "(EARLIER) " : ""}${set}`]);
    },
    lies: "reading",
  },
  "forgets EXISTS": {
    strikes: isWork,
    make: () => rewriting((lines) => lines.filter((one) => !one.endsWith("EXISTS"))),
  },
  "invents EXISTS": {
    strikes: is("NOOP", "UID FETCH", "UID STORE"),
    make: (random) => rewriting((lines) => [...lines, `* ${Math.floor(random.next() * 60)} EXISTS`]),
    lies: "reading",
  },
  miscounts: {
    strikes: asksStatus,
    make: (random) =>
      each((line) => line.replace(/MESSAGES \d+|\d+ (?=EXISTS)/, (text) => text.replace(/\d+/, String(Math.floor(random.next() * 40))))), // prettier-ignore
    lies: "reading",
  },
  "raises HIGHESTMODSEQ": {
    strikes: asksStatus,
    make: (random) => each((line) => line.replace(/HIGHESTMODSEQ (\d+)/, (_, value: string) => `HIGHESTMODSEQ ${Number(value) + 1 + Math.floor(random.next() * 9)}`)), // prettier-ignore
    lies: "reading",
  },
  "forgets COPYUID": {
    strikes: is("UID MOVE", "UID COPY"),
    make: () => ({ rewrite: (lines) => lines.filter((line) => !/COPYUID/.test(line)), answer: "OK Done." }),
  },
  "lists fewer folders": {
    strikes: is("LIST"),
    make: (random) => {
      const first = random.next();
      return rewriting((lines) => withoutOneFolder(lines, first));
    },
    lies: "reading",
  },
  "lists no folders": { strikes: is("LIST"), make: () => rewriting(() => []), lies: "reading" },
  "says that it did": { strikes: is("UID STORE", "UID MOVE"), make: () => ({ refuse: "OK Done." }), lies: "writing" },
  floods: {
    strikes: isWork,
    make: () => ({ flood: Array.from({ length: 20 }, () => "* OK Still here\r\n".repeat(50)) }),
  },
  "announces a literal of 4 GB": { strikes: isFetch, make: () => ({ flood: hugeLiteral() }) },
  "writes a line without an end": { strikes: isFetch, make: () => ({ flood: endlessLine() }) },
} as const satisfies Record<string, NamedFault>;

export type FaultName = keyof typeof namedFaults;

export const faultNames = Object.keys(namedFaults).filter((name): name is FaultName => name in namedFaults);

/** Strikes with one of these now and then; `struck` hears of it. */
export function faultStorm(
  random: Random,
  names: readonly FaultName[],
  chance: number,
  struck: (name: FaultName, request: FaultRequest) => void,
): (request: FaultRequest) => Fault | undefined {
  return (request) => {
    if (names.length === 0) return undefined;
    const name = random.pick(names);
    const fault: NamedFault = namedFaults[name];
    if (random.next() >= Math.max(chance, fault.chance ?? 0) || !fault.strikes(request)) return undefined;
    struck(name, request);
    return fault.make(random, request);
  };
}

export const liesOf = (names: readonly FaultName[]): ReadonlySet<"reading" | "writing"> => {
  const faults: NamedFault[] = names.map((name) => namedFaults[name]);
  return new Set(faults.flatMap((fault) => fault.lies ?? []));
};

/** Pieces small enough that the client can go away in between. */
const piece = "x".repeat(256 * 1024);

function* hugeLiteral(): Iterable<string> {
  yield "* 1 FETCH (UID 1 BODY[] {4294967296}\r\n";
  for (;;) yield piece;
}

function* endlessLine(): Iterable<string> {
  yield "* OK ";
  for (;;) yield piece;
}

/** Of a plain answer; of an extended one, its last range. */
function withFewerUids(random: Random, line: string): string {
  const plain = /^\* SEARCH (.+)$/.exec(line)?.[1];
  if (plain) return `* SEARCH ${some(random, plain.split(" ")).join(" ")}`.trim();
  return line.replace(/ ALL (\S+)$/, (_, set: string) => {
    const kept = some(random, set.split(","), 0.5);
    return kept.length > 0 ? ` ALL ${kept.join(",")}` : "";
  });
}

function withoutOneFolder(lines: string[], first: number): string[] {
  const paths = lines.flatMap((line) => /^\* LIST .* ("[^"]*")$/.exec(line)?.[1] ?? []).filter((path) => path !== '"INBOX"'); // prettier-ignore
  const omitted = paths[Math.floor(first * paths.length)];
  return lines.filter((line) => omitted === undefined || !line.includes(omitted));
}

function shuffled<T>(random: Random, items: T[]): T[] {
  return items.map((item) => ({ item, at: random.next() })).sort((a, b) => a.at - b.at).map(({ item }) => item); // prettier-ignore
}
