import { open, type Db } from "#db/dialect/sqlite";
import { migrate } from "#db/migrate";
import { refreshConversations } from "#db/queries/refresh-conversations";
import {
  accounts,
  conversations,
  folders,
  inboxes,
  messageBodies,
  messageRefs,
  messages,
  placements,
  tags,
} from "#db/schema/index";
import { parseEnv } from "#server/env";
import { singleton } from "#server/singleton";
import { seal } from "#server/vault";

/** A day of the past, so that a store built again is the same store. */
const newestAt = Date.UTC(2026, 5, 30, 12);
const batchSize = 500;
const inboxId = 1;
const accountId = 1;

export type LargeStoreOptions = {
  conversationCount: number;
  /** So many of the newest are closed already: opened again, they come in above all others. */
  closedNewestCount: number;
  /** What the server that opens it has as SECRET_KEY. */
  secretKey: string;
};

/** Writes a migrated database whose one account is paused and holds conversations of one mail each, its body with it. */
export async function buildLargeStore(path: string, options: LargeStoreOptions): Promise<void> {
  singleton("env", () => parseEnv({ SECRET_KEY: options.secretKey }));
  const store = open(path);
  await migrate(store, "db/migrations/sqlite");
  await store.write((tx) => addAccount(tx, options.conversationCount));
  for (let first = 1; first <= options.conversationCount; first += batchSize) {
    const count = Math.min(batchSize, options.conversationCount - first + 1);
    const ids = Array.from({ length: count }, (_, index) => first + index);
    await store.write((tx) => addConversations(tx, ids, options), { mayBeLost: true });
  }
  store.checkpoint();
  store.close();
}

async function addAccount(tx: Db, messageCount: number): Promise<void> {
  const createdAt = new Date(newestAt);
  await tx.insert(inboxes).values({ id: inboxId, name: "Support", createdAt }).onConflictDoNothing();
  await tx
    .insert(accounts)
    .values({
      id: accountId,
      inboxId,
      name: "Acme Support",
      emailAddress: "support@acme.test",
      mode: "two-way",
      username: "support@acme.test",
      secret: seal(`accounts:secret:${accountId}`, "secret"),
      imapHost: "127.0.0.1",
      imapPort: 993,
      imapSecurity: "tls",
      smtpHost: "127.0.0.1",
      smtpPort: 465,
      smtpSecurity: "tls",
      state: "paused",
      stateChangedAt: createdAt,
      backfillDone: messageCount,
      backfillTotal: messageCount,
      createdAt,
    });
  const made = { accountId, delimiter: "/", roleSource: "server", uidValidity: 1n, createdAt } as const;
  await tx.insert(folders).values([
    { ...made, id: 1, path: "INBOX", name: "INBOX", role: "inbox" },
    { ...made, id: 2, path: "Archive", name: "Archive", role: "archive" },
    { ...made, id: 3, path: "Trash", name: "Trash", role: "trash" },
    { ...made, id: 4, path: "Junk", name: "Junk", role: "junk" },
    { ...made, id: 5, path: "Sent", name: "Sent", role: "sent" },
  ]);
  const named = ["Refund", "Shipping", "Bug", "Wholesale"].map((name, color) => ({ name, color, createdAt }));
  await tx.insert(tags).values(named);
}

async function addConversations(tx: Db, ids: number[], options: LargeStoreOptions): Promise<void> {
  const mails = ids.map((id) => mailOf(id, options));
  await tx
    .insert(conversations)
    .values(
      mails.map(({ id, at, isClosed }) => ({
        id,
        status: isClosed ? ("closed" as const) : ("open" as const),
        closedAt: isClosed ? at : null,
        createdAt: at,
      })),
    );
  await tx
    .insert(messages)
    .values(
      mails.map(({ id, at, subject, name, address, text }) => ({
        id,
        conversationId: id,
        identity: `large-${id}`,
        internetMessageId: `large.${id}@customer.test`,
        direction: "in" as const,
        subject,
        fromName: name,
        fromAddress: address,
        to: [{ name: "Acme Support", address: "support@acme.test" }],
        sentAt: at,
        receivedAt: at,
        sizeBytes: 2000,
        preview: text.slice(0, 140),
        bodyState: "stored" as const,
        createdAt: at,
      })),
    );
  await tx.insert(messageBodies).values(mails.map(({ id, text }) => ({ messageId: id, text })));
  await tx
    .insert(messageRefs)
    .values(mails.map(({ id }) => ({ messageId: id, internetMessageId: `large.${id}@customer.test`, isSelf: true })));
  await tx
    .insert(placements)
    .values(
      mails.map(({ id, at }) => ({
        messageId: id,
        accountId,
        folderId: 1,
        generation: 1,
        uid: id,
        seen: id % 3 !== 0,
        flagged: id % 17 === 0,
        answered: false,
        draft: false,
        deleted: false,
        receivedAt: at,
        createdAt: at,
      })),
    );
  await refreshConversations(tx, ids);
}

const things = ["order", "invoice", "parcel", "subscription", "refund", "password", "delivery", "warranty", "account"];
const asks = [
  "Where is my",
  "A question about the",
  "Problem with my",
  "Please cancel the",
  "Thanks for the",
  "Re: your",
];
const names = ["Maria Lindqvist", "Priya Nair", "Tom Sand", "Ada Byron", "Jürgen Groß", "山田 太郎", "Zoë O’Neill"];
const sentence =
  "I wrote to you last week and have not heard back since; could you have a look and tell me what happens next?";

/** Two of three are open; the higher the id, the newer. */
function mailOf(id: number, { conversationCount, closedNewestCount }: LargeStoreOptions) {
  const name = names[id % names.length] ?? "";
  const subject = `${asks[id % asks.length]} ${things[id % things.length]} ${id}`;
  return {
    id,
    subject,
    name,
    address: `customer${id % 5000}@customer.test`,
    text: `Hello,\n\n${sentence} It is about number ${id}.\n\n${sentence}\n\nBest regards\n${name}`,
    at: new Date(newestAt - (conversationCount - id) * 60_000),
    isClosed: id > conversationCount - closedNewestCount || id % 3 === 1,
  };
}
