// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import type { Draft } from "#lib/contracts/draft";
import type { MailFields } from "../mail-fields.ts";
import { draftMirror } from "./draft-mirror.ts";
import { resumeDraft } from "./resume-draft.ts";

const start: MailFields = {
  kind: "reply",
  accountId: 1,
  to: [],
  cc: [],
  bcc: [],
  subject: "Re: Hello",
  isPlain: false,
  html: "",
  text: "",
  files: [],
  answeredMessageId: 7,
  quote: "reply",
};
const saying = (html: string): MailFields => ({ ...start, html });
const stored = (html: string, version: number): Draft => {
  const { files: _files, isPlain: _isPlain, ...rest } = saying(html);
  const author = { id: 1, name: "Ada" };
  const at = "2026-11-29T10:00:00.000Z";
  return { ...rest, id: 5, author, conversationId: 3, version, attachments: [], attachmentIds: [], updatedAt: at };
};

describe("a composer begins", () => {
  it("with nothing, or with what is stored, when no tab has left anything", () => {
    expect(resumeDraft(null, undefined, start)).toEqual({ fields: start, isUnsaved: false, held: null });
    expect(resumeDraft(null, stored("<p>a</p>", 2), start).fields.html).toBe("<p>a</p>");
  });

  it("with what a closed tab has left and never saved", () => {
    const left = { fields: saying("<p>a</p>"), version: null };
    expect(resumeDraft(left, undefined, start)).toEqual({ fields: left.fields, isUnsaved: true, held: null });
  });

  it("with newer words than are stored, if nobody else has saved since", () => {
    const left = { fields: saying("<p>ab</p>"), version: 2 };
    expect(resumeDraft(left, stored("<p>a</p>", 2), start)).toMatchObject({ fields: left.fields, isUnsaved: true });
  });

  it("with a question when another window has saved since", () => {
    const left = { fields: saying("<p>ab</p>"), version: 2 };
    const resumed = resumeDraft(left, stored("<p>theirs</p>", 3), start);
    expect(resumed).toEqual({ fields: left.fields, isUnsaved: false, held: "conflict" });
  });

  it("with what is stored when it was saved without the tab hearing of it", () => {
    const left = { fields: saying("<p>ab</p>"), version: 2 };
    expect(resumeDraft(left, stored("<p>ab</p>", 3), start)).toMatchObject({ isUnsaved: false, held: null });
  });

  it("with a question when it is text only, and another window has saved another text", () => {
    const plain = (text: string): MailFields => ({ ...start, isPlain: true, text });
    const left = { fields: plain("ab"), version: 2 };
    const theirs = { ...stored("", 3), text: "theirs" };
    expect(resumeDraft(left, theirs, start)).toMatchObject({ fields: left.fields, held: "conflict" });
    expect(resumeDraft(left, { ...theirs, text: "ab" }, start)).toMatchObject({ isUnsaved: false, held: null });
  });

  it("with a word that the draft was sent or discarded elsewhere", () => {
    const left = { fields: saying("<p>ab</p>"), version: 2 };
    expect(resumeDraft(left, undefined, start)).toEqual({ fields: left.fields, isUnsaved: false, held: "gone" });
  });
});

describe("what a tab leaves behind", () => {
  beforeEach(() => localStorage.clear());
  const place = { agentId: 1, conversationId: null, kind: "new" as const };
  const left = { fields: saying("<p>a</p>"), version: null };

  it("is found by the next new mail, once, and not by that of another agent", () => {
    draftMirror({ ...place, token: "closed" }).write(null, left);
    expect(draftMirror({ ...place, agentId: 2, token: "next" }).adopt(() => false)).toBeNull();
    expect(draftMirror({ ...place, token: "next" }).adopt(() => false)).toEqual(left);
    expect(draftMirror({ ...place, token: "third" }).adopt((token) => token === "next")).toBeNull();
  });
});
