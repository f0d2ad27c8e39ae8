import { cannedReplies, conversationInboxes, drafts, notes, operations, sends, tags, views } from "#db/schema/index";
import { eq } from "drizzle-orm";
import { insertTransfer } from "#db/queries/transfers/transfers";
import { now } from "#server/clock";
import { store } from "#server/store";
import { insertOne, nextNumber } from "./insert.ts";
import { account, message, refreshAround } from "./mail.ts";
import { agent, inbox } from "./people.ts";

/** Queued, of a message that we wrote; makes the conversation visible where the account is. */
export async function send(wishes: Partial<typeof sends.$inferInsert> = {}) {
  const n = nextNumber();
  const accountId = wishes.accountId ?? (await account()).id;
  const about = wishes.conversationId ? { conversationId: wishes.conversationId } : {};
  const written = wishes.messageId ? null : await message({ direction: "out", ...about });
  const messageId = wishes.messageId ?? written?.id ?? 0;
  const row = await insertOne((tx) =>
    tx
      .insert(sends)
      .values({
        agentId: null,
        idempotencyKey: `idempotency-${n}`,
        internetMessageId: written?.internetMessageId ?? `sent-${n}@team.test`,
        recipients: ["customer@customer.test"],
        sourceBlob: "0".repeat(64),
        state: "queued",
        notBefore: now(),
        createdAt: now(),
        ...wishes,
        conversationId: wishes.conversationId ?? written?.conversationId ?? 0,
        messageId,
        accountId,
      })
      .returning(),
  );
  await refreshAround(messageId);
  return row;
}

export async function operation(wishes: Partial<typeof operations.$inferInsert> = {}) {
  const accountId = wishes.accountId ?? (await account()).id;
  return insertOne((tx) =>
    tx
      .insert(operations)
      .values({
        kind: "fetch-body",
        payload: { kind: "fetch-body" },
        priority: 1,
        notBefore: now(),
        createdAt: now(),
        ...wishes,
        accountId,
      })
      .returning(),
  );
}

export async function draft(wishes: Partial<typeof drafts.$inferInsert> = {}) {
  const authorId = wishes.authorId ?? (await agent()).id;
  const kind = wishes.kind ?? (wishes.conversationId ? "reply" : "new");
  return insertOne((tx) =>
    tx
      .insert(drafts)
      .values({ updatedAt: now(), createdAt: now(), ...wishes, kind, authorId })
      .returning(),
  );
}

/** In the conversation's first inbox unless told. */
export async function note(wishes: Partial<typeof notes.$inferInsert> = {}) {
  const conversationId = wishes.conversationId ?? (await message()).conversationId;
  const seenIn = eq(conversationInboxes.conversationId, conversationId);
  const [home] = await store().read.select().from(conversationInboxes).where(seenIn).limit(1);
  const inboxId = wishes.inboxId ?? home?.inboxId ?? (await inbox()).id;
  return insertOne((tx) =>
    tx
      .insert(notes)
      .values({ text: "A note", createdAt: now(), ...wishes, conversationId, inboxId })
      .returning(),
  );
}

export async function tag(wishes: Partial<typeof tags.$inferInsert> = {}) {
  return insertOne((tx) =>
    tx
      .insert(tags)
      .values({ name: `tag-${nextNumber()}`, createdAt: now(), ...wishes })
      .returning(),
  );
}

/** Everybody's unless told. */
export async function cannedReply(wishes: Partial<typeof cannedReplies.$inferInsert> = {}) {
  return insertOne((tx) =>
    tx
      .insert(cannedReplies)
      .values({ name: `reply-${nextNumber()}`, html: "<p>Thank you.</p>", createdAt: now(), ...wishes })
      .returning(),
  );
}

export async function view(wishes: Partial<typeof views.$inferInsert> & { ownerId: number }) {
  return insertOne((tx) =>
    tx
      .insert(views)
      .values({ name: `view-${nextNumber()}`, query: "is:open", createdAt: now(), ...wishes })
      .returning(),
  );
}

/** A queued export of everything. */
export async function transfer(wishes: Partial<Parameters<typeof insertTransfer>[1]> = {}) {
  const usual = {
    kind: "export" as const,
    spec: { kind: "export" as const, scope: { kind: "everything" as const }, format: "mbox" as const },
    stateDetail: { code: "" },
    createdAt: now(),
  };
  return store().write((tx) => insertTransfer(tx, { ...usual, ...wishes }));
}
