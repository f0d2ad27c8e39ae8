import { expect, it } from "vitest";
import type { MailFields } from "./mail-fields.ts";
import { switchAnswer, type Answer } from "./switch-answer.ts";

const person = (name: string) => ({ name, address: `${name}@a.test` });
const [sender, other, added, hidden] = [person("sender"), person("other"), person("added"), person("hidden")];
const answers: Answer[] = [
  { kind: "reply", to: [sender], cc: [] },
  { kind: "reply-all", to: [sender], cc: [other] },
];
const fields = (wishes: Partial<MailFields>): MailFields => ({
  kind: "reply",
  accountId: 1,
  to: [sender],
  cc: [],
  bcc: [],
  subject: "",
  isPlain: false,
  html: "",
  text: "",
  files: [],
  answeredMessageId: 1,
  quote: "reply",
  ...wishes,
});

it("an answer to the sender becomes one to all, with whom its writer has added", () => {
  const before = fields({ cc: [added], bcc: [hidden] });
  const after = { kind: "reply-all", to: [sender], cc: [other, added], bcc: [hidden] };
  expect(switchAnswer(before, answers, "reply-all")).toEqual(after);
});

it("and back again, without those whom it was to reach only as one to all", () => {
  const before = fields({ kind: "reply-all", to: [sender, added], cc: [], bcc: [other] });
  expect(switchAnswer(before, answers, "reply")).toEqual({ kind: "reply", to: [sender, added], cc: [], bcc: [] });
});

it("changes nothing where there is no other way", () => {
  expect(switchAnswer(fields({}), [], "reply-all")).toEqual({});
});
