import type { SampleMail } from "#server/testing/large-store/sample-mails";

/** Queries of one kind, as people would ask after mails that are there. */
export type QueryKind = { name: string; queries: string[] };

type Asking = { name: string; of: (mail: SampleMail, words: string[], n: number) => string | null };

const scripts: [string, RegExp][] = [
  ["latin", /^[\p{Script=Latin}\s\p{M}]+$/u],
  ["cyrillic", /\p{Script=Cyrillic}/u],
  ["cjk", /\p{Script=Han}|\p{Script=Hiragana}/u],
  ["arabic", /\p{Script=Arabic}/u],
];

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

const ofWords: Asking[] = [
  { name: "word", of: (_, words, n) => at(words, n) },
  { name: "two-words", of: (_, words, n) => both(at(words, n), at(words, n * 7 + 3)) },
  { name: "phrase", of: (mail, words, n) => phraseOf(mail, words, n) },
  // As it is typed: one word whole, the next one begun.
  { name: "prefix", of: (_, words, n) => at(words, n)?.slice(0, 2 + (n % 3)) ?? null },
  { name: "word-and-prefix", of: (_, words, n) => both(at(words, n), at(words, n + 1)?.slice(0, 3) ?? null) },
];

const ofOperators: Asking[] = [
  { name: "from", of: (mail) => `from:${mail.fromName.split(" ")[0] ?? ""}` },
  { name: "from-address", of: (mail) => `from:${mail.fromAddress}` },
  { name: "to", of: (_, words, n) => `to:team${1 + (n % 4)} ${at(words, n) ?? ""}` },
  { name: "cc", of: () => "cc:nobody" },
  { name: "subject", of: (mail, _, n) => `subject:"${at(wordsIn(mail.subject), n) ?? ""}"` },
  { name: "body", of: (_, words, n) => `body:${at(words, n) ?? ""}` },
  { name: "filename", of: (mail) => (mail.filename === "" ? null : `filename:${mail.filename.split("_")[0] ?? ""}`) },
  { name: "note", of: (_, words, n) => `note:${at(words, n) ?? ""}` },
  { name: "has-attachment", of: (_, words, n) => `has:attachment ${at(words, n) ?? ""}` },
  { name: "has-note", of: () => "has:note" },
  {
    name: "is-alone",
    of: (_, __, n) => `is:${at(["unseen", "open", "pending", "flagged", "snoozed", "closed", "unassigned"], n) ?? ""}`,
  },
  {
    name: "is-with-word",
    of: (_, words, n) => `is:${at(["unseen", "open", "flagged", "closed"], n) ?? ""} ${at(words, n) ?? ""}`,
  },
  { name: "in-alone", of: (_, __, n) => `in:${at(["inbox", "sent", "trash", "junk", "archive", "Kunden"], n) ?? ""}` },
  {
    name: "in-with-word",
    of: (_, words, n) => `in:${at(["inbox", "sent", "archive", "Kunden"], n) ?? ""} ${at(words, n) ?? ""}`,
  },
  {
    name: "tag",
    of: (_, words, n) => `tag:${at(["vip", "billing"], n) ?? ""} ${n % 2 === 0 ? "" : (at(words, n) ?? "")}`,
  },
  {
    name: "assignee",
    of: (_, words, n) => `assignee:${at(["ada", "grace", "none"], n) ?? ""} ${n % 2 === 0 ? "" : (at(words, n) ?? "")}`,
  },
  { name: "account", of: (_, words, n) => `account:team${1 + (n % 4)} ${n % 2 === 0 ? "" : (at(words, n) ?? "")}` },
  {
    name: "before",
    of: (_, words, n) => `before:${2022 + (n % 4)}-0${1 + (n % 9)} ${n % 2 === 0 ? "" : (at(words, n) ?? "")}`,
  },
  {
    name: "after",
    of: (_, words, n) => `after:${2022 + (n % 4)}-0${1 + (n % 9)} ${n % 2 === 0 ? "" : (at(words, n) ?? "")}`,
  },
  { name: "not", of: (_, words, n) => `${at(words, n) ?? ""} -${at(words, n + 5) ?? ""}` },
  { name: "not-alone", of: (_, words, n) => `-${at(words, n) ?? ""}` },
  { name: "or", of: (_, words, n) => `${at(words, n) ?? ""} OR ${at(words, n + 5) ?? ""} OR is:flagged` },
];

export function queryKinds(mails: readonly SampleMail[], perKind: number): QueryKind[] {
  const kinds = scripts.flatMap(([script, pattern]) =>
    ofWords.map((asking) =>
      kindOf(
        `${asking.name}-${script}`,
        asking,
        mails.filter(({ text }) => pattern.test(text)),
        perKind,
      ),
    ),
  );
  return [...kinds, ...ofOperators.map((asking) => kindOf(asking.name, asking, mails, perKind))];
}

function kindOf(name: string, { of }: Asking, mails: readonly SampleMail[], count: number): QueryKind {
  const queries = mails.flatMap((mail, n) => of(mail, wordsIn(mail.text), n)?.trim() || []);
  return { name, queries: [...new Set(queries)].slice(0, count) };
}

function wordsIn(text: string): string[] {
  return [...segmenter.segment(text)]
    .filter((one) => one.isWordLike && one.segment.length > 1)
    .map((one) => one.segment);
}

function at<T>(list: readonly T[], n: number): T | null {
  return list[n % list.length] ?? null;
}

function both(one: string | null, other: string | null): string | null {
  return one !== null && other !== null ? `${one} ${other}` : null;
}

/** Two or three words that stand side by side. */
function phraseOf(mail: SampleMail, words: readonly string[], n: number): string | null {
  const first = at(words, n);
  if (first === null) return null;
  const from = mail.text.indexOf(first);
  const row = wordsIn(mail.text.slice(from)).slice(0, 2 + (n % 2));
  const last = row.at(-1) ?? first;
  const end = row.length > 1 ? mail.text.indexOf(last, from + first.length) + last.length : from + first.length;
  return `"${mail.text.slice(from, end)}"`;
}
