import { describe, expect, it } from "vitest";
import { build } from "../../testing/build.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { getSend } from "./get-send.ts";

useFreshStore();

describe("getSend", () => {
  it("tells how it goes to members of the inbox that it leaves from, and to nobody else", async () => {
    const account = await build.account();
    const send = await build.send({
      accountId: account.id,
      state: "retrying",
      attemptCount: 2,
      lastError: "450 later",
    });
    const member = await build.agent({ inboxIds: [account.inboxId] });
    expect(await getSend(member, send.id)).toMatchObject({
      state: "retrying",
      attempts: 2,
      lastError: "450 later",
      sentAt: null,
    });
    const stranger = await build.agent({ role: "admin", inboxIds: [] });
    await expect(getSend(stranger, send.id)).rejects.toMatchObject({ code: "not_found" });
  });
});
