import { describe, expect, it } from "vitest";
import { replyRecipients, type AnsweredMessage } from "./recipients.ts";

const at = (address: string, name = "") => ({ name, address });
const ownAddresses = ["help@acme.test", "Sales@acme.test"];

function message(fields: Partial<AnsweredMessage>): AnsweredMessage {
  return {
    direction: "in",
    from: at("jane@example.com", "Jane"),
    replyTo: [],
    to: [at("help@acme.test")],
    cc: [],
    ...fields,
  };
}

describe("replyRecipients", () => {
  it("answers who wrote", () => {
    const { to, cc } = replyRecipients({ message: message({}), ownAddresses, all: false });
    expect(to).toEqual([at("jane@example.com", "Jane")]);
    expect(cc).toEqual([]);
  });

  it("answers to Reply-To when there is one", () => {
    const asked = message({ replyTo: [at("orders@example.com")] });
    expect(replyRecipients({ message: asked, ownAddresses, all: false }).to).toEqual([at("orders@example.com")]);
  });

  it("answers who wrote when Reply-To leads back to us", () => {
    const asked = message({ replyTo: [at("HELP@acme.test")] });
    expect(replyRecipients({ message: asked, ownAddresses, all: false }).to).toEqual([at("jane@example.com", "Jane")]);
  });

  it("puts everybody else into Cc, nobody twice, ourselves never", () => {
    const asked = message({
      to: [at("help@acme.test"), at("bob@example.com"), at("JANE@example.com")],
      cc: [at("sales@ACME.test"), at("bob@example.com"), at("carol@example.com")],
    });
    const { to, cc } = replyRecipients({ message: asked, ownAddresses, all: true });
    expect(to.map((one) => one.address)).toEqual(["jane@example.com"]);
    expect(cc.map((one) => one.address)).toEqual(["bob@example.com", "carol@example.com"]);
  });

  it("writes on to the same people under our own mail", () => {
    const ours = message({ direction: "out", from: at("help@acme.test"), to: [at("jane@example.com")], cc: [at("bob@example.com")] });
    expect(replyRecipients({ message: ours, ownAddresses, all: false }).to).toEqual([at("jane@example.com")]);
    expect(replyRecipients({ message: ours, ownAddresses, all: true }).cc).toEqual([at("bob@example.com")]);
  }); // prettier-ignore

  it("leaves out what is no address", () => {
    expect(replyRecipients({ message: message({ from: at("", "Nobody") }), ownAddresses, all: true })).toEqual({
      to: [],
      cc: [],
    });
  });
});
