import { eq, max } from "drizzle-orm";
import { refreshConversations } from "#db/queries/refresh-conversations";
import {
  accounts,
  attachments,
  conversations,
  folders,
  messageBodies,
  messageRefs,
  messages,
  placements,
  quarantine,
} from "#db/schema/index";
import { now } from "#server/clock";
import { store } from "#server/store";
import { seal } from "#server/vault";
import { insertOne, nextNumber } from "./insert.ts";
import { inbox } from "./people.ts";

type AccountWishes = Partial<typeof accounts.$inferInsert> & { password?: string };

/** Live and two-way; its password is sealed as the real one is. */
export async function account({ password = "secret", ...wishes }: AccountWishes = {}) {
  const n = nextNumber();
  const emailAddress = wishes.emailAddress ?? `support${n}@team.test`;
  const inboxId = wishes.inboxId ?? (await inbox()).id;
  const made = await insertOne((tx) =>
    tx
      .insert(accounts)
      .values({
        name: `Support ${n}`,
        mode: "two-way",
        username: emailAddress,
        secret: "",
        imapHost: "127.0.0.1",
        imapPort: 993,
        imapSecurity: "tls",
        smtpHost: "127.0.0.1",
        smtpPort: 465,
        smtpSecurity: "tls",
        state: "live",
        stateChangedAt: now(),
        createdAt: now(),
        ...wishes,
        emailAddress,
        inboxId,
      })
      .returning(),
  );
  const secret = wishes.secret ?? seal(`accounts:secret:${made.id}`, password);
  await store().write(async (tx) => tx.update(accounts).set({ secret }).where(eq(accounts.id, made.id)));
  return { ...made, secret };
}

/** Role `inbox` unless told; its path follows from the role. */
export async function folder(wishes: Partial<typeof folders.$inferInsert> = {}) {
  const role = wishes.role ?? "inbox";
  const name = wishes.name ?? (role === "none" ? `Folder ${nextNumber()}` : role);
  const accountId = wishes.accountId ?? (await account()).id;
  return insertOne((tx) =>
    tx
      .insert(folders)
      .values({
        path: role === "inbox" ? "INBOX" : name,
        name,
        delimiter: "/",
        roleSource: role === "none" ? "none" : "server",
        uidValidity: 1n,
        createdAt: now(),
        ...wishes,
        accountId,
        role,
      })
      .returning(),
  );
}

/** Empty: nobody sees it until a message of it has a placement. */
export async function conversation(wishes: Partial<typeof conversations.$inferInsert> = {}) {
  return insertOne((tx) =>
    tx
      .insert(conversations)
      .values({ status: "open", createdAt: now(), ...wishes })
      .returning(),
  );
}

type MessageWishes = Partial<typeof messages.$inferInsert> & {
  /** With it, the body is here already. */
  text?: string;
  html?: string;
};

/** From a customer unless told; in no folder yet: see `placement`. */
export async function message({ text, html = "", ...wishes }: MessageWishes = {}) {
  const n = nextNumber();
  const conversationId = wishes.conversationId ?? (await conversation()).id;
  const row = await insertOne((tx) =>
    tx
      .insert(messages)
      .values({
        identity: `identity-${n}`,
        internetMessageId: `message-${n}@customer.test`,
        direction: "in",
        subject: `Subject ${n}`,
        fromName: `Customer ${n}`,
        fromAddress: `customer${n}@customer.test`,
        sentAt: now(),
        receivedAt: now(),
        sizeBytes: 1000,
        preview: `Preview ${n}`,
        createdAt: now(),
        bodyState: text === undefined ? "none" : "stored",
        ...wishes,
        conversationId,
      })
      .returning(),
  );
  if (text !== undefined)
    await store().write(async (tx) => tx.insert(messageBodies).values({ messageId: row.id, text, html }));
  const named = [...new Set([row.internetMessageId, row.inReplyTo, ...row.references])].filter(Boolean);
  const refs = named.map((internetMessageId) => ({
    messageId: row.id,
    internetMessageId,
    isSelf: internetMessageId === row.internetMessageId,
  }));
  await store().write(async (tx) => tx.insert(messageRefs).values(refs));
  return row;
}

/** A message's place in a folder, at the folder's next uid; the conversation is counted anew. */
export async function placement(wishes: Partial<typeof placements.$inferInsert> = {}) {
  const messageId = wishes.messageId ?? (await message()).id;
  const folderId = wishes.folderId ?? (await folder(wishes.accountId ? { accountId: wishes.accountId } : {})).id;
  const [home] = await store().read.select().from(folders).where(eq(folders.id, folderId));
  if (!home) throw new Error("A placement needs a folder that exists.");
  const ofFolder = eq(placements.folderId, folderId);
  const [top] = await store()
    .read.select({ uid: max(placements.uid) })
    .from(placements)
    .where(ofFolder);
  const row = await insertOne((tx) =>
    tx
      .insert(placements)
      .values({
        generation: home.generation,
        uid: (top?.uid ?? 0) + 1,
        seen: false,
        flagged: false,
        answered: false,
        draft: false,
        deleted: false,
        receivedAt: now(),
        createdAt: now(),
        ...wishes,
        accountId: home.accountId,
        messageId,
        folderId,
      })
      .returning(),
  );
  await refreshAround(messageId);
  return row;
}

/** Listed by the server and set aside: it could not be read. */
export async function quarantined(wishes: Partial<typeof quarantine.$inferInsert> = {}) {
  const folderId = wishes.folderId ?? (await folder()).id;
  const row = await insertOne((tx) =>
    tx
      .insert(quarantine)
      .values({
        generation: 1,
        uid: nextNumber(),
        reason: "The server lists this message and does not give its headers.",
        attemptCount: 1,
        nextAttemptAt: new Date(now().getTime() + 3_600_000),
        createdAt: now(),
        ...wishes,
        folderId,
      })
      .returning(),
  );
  const quarantinedCount = await store().read.$count(quarantine, eq(quarantine.folderId, folderId));
  await store().write(async (tx) => tx.update(folders).set({ quarantinedCount }).where(eq(folders.id, folderId)));
  return row;
}

export async function attachment(wishes: Partial<typeof attachments.$inferInsert> = {}) {
  const messageId = wishes.messageId === undefined ? (await message()).id : wishes.messageId;
  return insertOne((tx) =>
    tx
      .insert(attachments)
      .values({
        part: messageId === null ? "" : "2",
        filename: "report.pdf",
        contentType: "application/pdf",
        sizeBytes: 1000,
        inline: false,
        createdAt: now(),
        ...wishes,
        messageId,
      })
      .returning(),
  );
}

export async function refreshAround(messageId: number): Promise<void> {
  const [row] = await store().read.select().from(messages).where(eq(messages.id, messageId));
  if (row) await store().write((tx) => refreshConversations(tx, [row.conversationId]));
}
