import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { changes, messages } from "#db/schema/index";
import { ImapError } from "../imap/errors.ts";
import { store } from "../store.ts";
import { build } from "../testing/build.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { useOutboxMailbox } from "../testing/outbox-mailbox.ts";
import { BodyPrefetch } from "./prefetch-bodies.ts";

useFreshStore();
const box = useOutboxMailbox();

const prefetch = () => new BodyPrefetch(box.mailbox().account.id, box.sessions()).run(new AbortController().signal);
const bodyStates = async () =>
  (await store().read.select().from(messages).orderBy(messages.id)).map((message) => message.bodyState);

describe("texts ahead of need", () => {
  it("come in one command a folder", async () => {
    await box.mailbox().takeIn();
    const spy = box.spy();
    await prefetch();
    expect(await bodyStates()).toEqual(["stored", "stored", "stored", "stored"]);
    expect(spy.of("fetchPartsOfMany")).toHaveLength(1);
  });

  it("are found one by one where a message breaks the answer, and that one is marked", async () => {
    const taken = await box.mailbox().takeIn();
    const real = box.mailbox().session();
    box.spy({
      fetchPartsOfMany: (wanted, maxBytes) =>
        wanted.some((one) => one.uid === taken[1]?.uid)
          ? Promise.reject(new ImapError("poison", "TooManyTokens", "An answer that cannot be read."))
          : real.fetchPartsOfMany(wanted, maxBytes),
    });
    await prefetch();
    expect(await bodyStates()).toEqual(["stored", "failed", "stored", "stored"]);
  });

  it("stop at a connection that breaks, and leave what they did not bring to be asked for", async () => {
    await box.mailbox().takeIn();
    box.spy({ fetchPartsOfMany: () => Promise.reject(new ImapError("network", "closed", "The connection broke.")) });
    await prefetch();
    expect(await bodyStates()).toEqual(["none", "none", "none", "none"]);
  });

  it("tell only of conversations whose newest message they brought", async () => {
    const [first, second] = await box.mailbox().takeIn();
    if (!first || !second) return;
    const { conversationId } = first.message;
    await store().write(async (tx) => {
      await tx.update(messages).set({ conversationId }).where(eq(messages.id, second.message.id));
      await tx.update(messages).set({ bodyState: "stored" }).where(eq(messages.id, second.message.id));
    });
    await build.placement({ messageId: second.message.id, folderId: box.mailbox().folder("Archive").id });
    await prefetch();
    const told = (await store().read.select().from(changes)).map((change) => change.data);
    expect(told.filter((change) => "conversationId" in change && change.conversationId === conversationId)).toEqual([]);
    expect(told.filter((change) => change.type === "conversation.changed")).toHaveLength(2);
  });

  it("wait where the account is paused", async () => {
    await box.mailbox().takeIn();
    await box.setAccount({ state: "paused" });
    await prefetch();
    expect(await bodyStates()).toEqual(["none", "none", "none", "none"]);
  });
});

describe("an account that is read-only", () => {
  it("is left as it is, and the agents learn why", async () => {
    const [first] = await box.mailbox().takeIn();
    await box.wish(first, box.moveTo("Archive"));
    await box.setAccount({ mode: "read-only" });
    box.run();
    await vi.waitFor(async () => expect(await box.states()).toEqual(["failed"]));
    expect(await box.mailbox().see("Archive")).toEqual([]);
  });
});
