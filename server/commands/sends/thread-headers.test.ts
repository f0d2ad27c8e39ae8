import { describe, expect, it } from "vitest";
import { threadHeaders } from "./thread-headers.ts";

describe("threadHeaders", () => {
  it("puts the answered mail after what it names itself", () => {
    const answered = { internetMessageId: "c@x.test", inReplyTo: "b@x.test", references: ["a@x.test", "b@x.test"] };
    expect(threadHeaders(answered)).toEqual({
      inReplyTo: "c@x.test",
      references: ["a@x.test", "b@x.test", "c@x.test"],
    });
  });

  it("takes In-Reply-To where the answered mail has no References", () => {
    const answered = { internetMessageId: "b@x.test", inReplyTo: "a@x.test", references: [] };
    expect(threadHeaders(answered).references).toEqual(["a@x.test", "b@x.test"]);
  });

  it("leaves out what no header can carry and what no mail ever had", () => {
    const answered = {
      internetMessageId: "0@missing.invalid",
      inReplyTo: "",
      references: ["a b@x.test", "ok@x.test", "<x>@x"],
    };
    expect(threadHeaders(answered)).toEqual({ inReplyTo: "", references: ["ok@x.test"] });
  });

  it("keeps the first and the last ids of a long thread", () => {
    const references = Array.from({ length: 200 }, (_, index) => `m${index}@x.test`);
    const { references: kept } = threadHeaders({ internetMessageId: "last@x.test", inReplyTo: "", references });
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([30, "m0@x.test", "last@x.test"]);
  });
});
