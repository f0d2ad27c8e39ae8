import { hkdfSync } from "node:crypto";
import { join } from "node:path";
import { open, type Store } from "#db/dialect/sqlite";
import { migrate } from "#db/migrate";
import { seal, takeKey } from "../../vault.ts";

export type SampleMail = { subject: string; fromName: string; fromAddress: string; text: string; filename: string };

/** Mails from all over the store, for asking after what is there. */
export async function sampleMails(folder: string, count: number): Promise<SampleMail[]> {
  return within(folder, async ({ read }) => {
    const last = Number(read.$client.prepare<[], number>(`select max(id) from messages`).pluck().get());
    const one = read.$client.prepare<[number], SampleMail>(
      `select m.subject, m.from_name as fromName, m.from_address as fromAddress, b.text,
        coalesce((select filename from attachments a where a.message_id = m.id), '') as filename
       from messages m join message_bodies b on b.message_id = m.id where m.id = ?`,
    );
    // A stride that has no divisor in common with the count goes everywhere.
    return Array.from({ length: count }, (_, n) => one.get(1 + ((n * 618_033) % last))).filter(
      (mail) => mail !== undefined,
    );
  });
}

/**
 * Lets an agent into the first inbox only, and has the accounts' passwords sealed under this key, by which the server knows the store
 * for its own.
 */
export async function admitAgent(folder: string, emailAddress: string, secretKey: string): Promise<void> {
  takeKey("vault", Buffer.from(hkdfSync("sha256", Buffer.from(secretKey, "base64"), "postroom", "vault", 32)));
  await within(folder, async (store) =>
    store.withoutTransaction(({ $client }) => {
      $client
        .prepare(
          `insert into agents (email_address, name, role, password_hash, created_at) values (?, 'Bench', 'agent', 'none', 0)
          on conflict do update set password_hash = 'none'`,
        )
        .run(emailAddress);
      for (const { id } of $client.prepare<[], { id: number }>(`select id from accounts`).all())
        $client.prepare(`update accounts set secret = ? where id = ?`).run(seal(`accounts:secret:${id}`, "none"), id);
      $client
        .prepare(
          `insert or ignore into inbox_members (inbox_id, agent_id) select 1, id from agents where email_address = ?`,
        )
        .run(emailAddress);
    }),
  );
}

/** From here on nothing is indexed: what a sync costs without. */
export async function stopIndexing(folder: string): Promise<void> {
  await within(folder, async (store) =>
    store.withoutTransaction(({ $client }) =>
      $client.exec(`update search_state set last_message_id = 1e15, last_note_id = 1e15`),
    ),
  );
}

/** How many mails' texts are stored. */
export async function storedTextCount(folder: string): Promise<number> {
  return within(folder, async ({ read }) =>
    Number(read.$client.prepare<[], number>(`select count(*) from messages where body_state = 'stored'`).pluck().get()),
  );
}

async function within<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = open(join(folder, "inbox.db"));
  try {
    await migrate(store, "db/migrations/sqlite");
    return await work(store);
  } finally {
    store.close();
  }
}
