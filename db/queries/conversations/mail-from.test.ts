import { describe, expect, it } from "vitest";
import { senderSliceMax } from "#db/schema/index";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { contactFacts } from "./contact-facts.ts";
import { firstMailFrom } from "./conversation-messages.ts";

useFreshStore();

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const ada = "ada@customer.test";

/** The oldest mail has the highest id, as history comes. */
async function mailOfAda() {
  const account = await build.account();
  const folder = await build.folder({ accountId: account.id });
  const arrives = async (id: number, minute: number, fromAddress: string, isPlaced = true) => {
    const message = await build.message({ id, receivedAt: at(minute), fromAddress });
    if (isPlaced) await build.placement({ messageId: message.id, accountId: account.id, folderId: folder.id });
  };
  await arrives(1, 50, ada);
  await arrives(2, 55, "bob@customer.test");
  await arrives(senderSliceMax - 1, 40, ada);
  await arrives(senderSliceMax, 30, ada);
  await arrives(senderSliceMax * 3, 20, ada);
  await arrives(senderSliceMax * 3 + 1, 10, ada, false);
  return account.inboxId;
}

describe("mail from an address", () => {
  it("is found wherever in the store it lies", async () => {
    const inboxId = await mailOfAda();
    expect(await contactFacts(store().read, [inboxId], ada)).toEqual({
      firstAt: at(20).getTime(),
      lastAt: at(50).getTime(),
      mailCount: 4,
      conversationCount: 4,
    });
    expect(await firstMailFrom(store().read, [inboxId], [ada, "bob@customer.test", "eve@customer.test"])).toEqual([
      { address: ada, firstAt: at(20).getTime() },
      { address: "bob@customer.test", firstAt: at(55).getTime() },
      { address: "eve@customer.test", firstAt: null },
    ]);
  });

  it("is none in an empty store", async () => {
    const nothing = { firstAt: null, lastAt: null, mailCount: 0, conversationCount: 0 };
    expect(await contactFacts(store().read, [1], ada)).toEqual(nothing);
  });
});
