import { describe, expect, it } from "vitest";
import type { Message } from "#lib/contracts/message";
import { startAnswer } from "./start-mail.ts";
import type { MailFile } from "./mail-fields.ts";

const maria = { name: "Maria Lindqvist", address: "maria@post.test" };
const start = {
  accounts: [
    { id: 1, emailAddress: "ada@gmail.test", state: "live" as const, signature: "" },
    { id: 2, emailAddress: "support@northwind.test", state: "live" as const, signature: "" },
  ],
  signature: "",
  isPlain: false,
};

function message(wishes: Partial<Message> = {}): Message {
  return {
    id: 1,
    internetMessageId: "<a@post.test>",
    direction: "in",
    from: maria,
    to: [{ name: "", address: "support@northwind.test" }],
    cc: [{ name: "Bo", address: "bo@post.test" }],
    replyTo: [],
    subject: "Broken lid",
    sentAt: null,
    receivedAt: "2026-01-01T12:00:00Z",
    seen: true,
    flagged: false,
    placements: [
      { accountId: 1, folderId: 1, uid: 1, flags: [] },
      { accountId: 2, folderId: 2, uid: 1, flags: [] },
    ],
    attachments: [],
    preview: "Hello",
    bodyState: "stored",
    hasHtml: false,
    threadedBy: "",
    author: null,
    send: null,
    warnings: [],
    ...wishes,
  };
}

const answer = (
  kind: "reply" | "reply-all" | "forward",
  wishes: Partial<Message> = {},
  signature = "",
  files: MailFile[] = [],
) => startAnswer(kind, { subject: "Broken lid" }, message(wishes), { ...start, signature }, files);

describe("an answer", () => {
  it("goes to who wrote, from the account that they wrote to", () => {
    expect(answer("reply")).toMatchObject({ accountId: 2, to: [maria], cc: [], subject: "Re: Broken lid" });
  });

  it("to all leaves ourselves out", () => {
    expect(answer("reply-all").cc).toEqual([{ name: "Bo", address: "bo@post.test" }]);
  });

  it("comes from an account that holds the mail when it names none of ours", () => {
    expect(answer("reply", { to: [{ name: "", address: "list@post.test" }] }).accountId).toBe(1);
  });

  it("keeps a signature from becoming markup", () => {
    expect(answer("reply", {}, "Ada <script>").html).toBe(
      '<p></p><div data-signature=""><div data-delimiter="">-- </div><p>Ada &#60;script&#62;</p></div>',
    );
  });

  it("quotes the mail that it answers", () => {
    expect(answer("reply", { id: 7 })).toMatchObject({ answeredMessageId: 7, quote: "reply" });
  });
});

describe("a forward", () => {
  it("goes to nobody yet, and carries the mail and its files", () => {
    const file = { id: 5, filename: "a.pdf", contentType: "application/pdf", sizeBytes: 1, contentId: "" };
    const mail = answer("forward", {}, "", [file]);
    expect(mail).toMatchObject({ to: [], subject: "Fwd: Broken lid", files: [{ id: 5 }], quote: "forward" });
  });
});
