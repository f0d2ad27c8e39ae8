import { beforeEach, expect, it, vi } from "vitest";
import type { MailFields } from "../mail-fields.ts";
import { draftMirror, type DraftPlace } from "./draft-mirror.ts";

const open = new Set<string>();

/** A browser's storage, as far as its keys are what `Object.keys` names. */
function storage(): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
  };
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(kept, name, { value });
  return kept;
}

beforeEach(() => {
  open.clear();
  vi.stubGlobal("localStorage", storage());
});

const newMail = (token: string): DraftPlace => ({ agentId: 1, conversationId: null, kind: "new", token });
const answer: DraftPlace = { agentId: 1, conversationId: 7, kind: "reply", token: "" };
const nobody = () => false;

function mirrorIn(tab: string, place: DraftPlace) {
  open.add(tab);
  return draftMirror(place, { own: tab, isGone: (other) => !open.has(other) });
}

function saying(subject: string, version: number | null = null) {
  const fields: MailFields = {
    kind: "new", accountId: 1, to: [], cc: [], bcc: [], subject, isPlain: false, html: "", text: "", files: [], answeredMessageId: null, quote: "none",
  }; // prettier-ignore
  return { fields, version };
}

it("leaves another open tab its new mail", () => {
  mirrorIn("a", newMail("t1")).write(null, saying("From the first tab"));
  expect(mirrorIn("b", newMail("t2")).adopt(nobody)).toBeNull();
});

it("takes a closed tab's new mail, once", () => {
  mirrorIn("a", newMail("t1")).write(null, saying("Left behind"));
  open.delete("a");
  expect(mirrorIn("b", newMail("t2")).adopt(nobody)?.fields.subject).toBe("Left behind");
  expect(mirrorIn("c", newMail("t3")).adopt(nobody)).toBeNull();
  expect(mirrorIn("b", newMail("t2")).read(null)?.fields.subject).toBe("Left behind");
});

it("does not take from its own tab what is being written there", () => {
  mirrorIn("a", newMail("t1")).write(null, saying("Minimised"));
  const other = mirrorIn("a", newMail("t2"));
  expect(other.adopt((token) => token === "t1")).toBeNull();
  expect(other.adopt(nobody)?.fields.subject).toBe("Minimised");
});

it("keeps two open tabs apart that answer one mail, or write on one draft", () => {
  const [one, two] = [mirrorIn("a", answer), mirrorIn("b", answer)];
  one.write(null, saying("One"));
  expect(two.read(null)).toBeNull();
  one.write(3, saying("One", 4));
  two.write(3, saying("Two", 4));
  expect([one.read(3)?.fields.subject, two.read(3)?.fields.subject]).toEqual(["One", "Two"]);
  two.clear(3);
  expect(one.read(3)?.fields.subject).toBe("One");
});

it("hands a closed tab's words on a stored draft to whoever opens it next", () => {
  mirrorIn("a", answer).write(3, saying("Half a senten", 4));
  open.delete("a");
  expect(mirrorIn("b", answer).read(3)).toEqual(saying("Half a senten", 4));
  expect(mirrorIn("b", answer).read(30)).toBeNull();
});
