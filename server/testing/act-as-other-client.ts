import { seededRandom } from "./seeded-random.ts";
import type { RawImap } from "./dovecot/raw-imap.ts";

/**
 * What other mail programs do to a mailbox, at random but the same for each seed: one step is one act on one folder, whose outcome
 * nobody tells but the server.
 */
export function otherClient(
  client: RawImap,
  seed: number,
  mail: (id: number) => string,
  usualFolders: readonly string[] = ["INBOX", "Sent", "Trash", "Archive"],
) {
  const random = seededRandom(seed);
  let mailCount = 0;
  let folderCount = 0;
  let folders = [...usualFolders];
  const own = () => folders.filter((path) => path.startsWith("Box"));
  const number = (max: number) => Math.floor(random.next() * max);

  const listed = async () => {
    const lines = await client.run('LIST "" "*"');
    const paths = lines.flatMap((line) => /^\* LIST \([^)]*\) "." "?([^"]+)"?$/.exec(line)?.[1] ?? []);
    return paths.filter((path) => usualFolders.includes(path) || path.startsWith("Box"));
  };
  const uidsOf = async (path: string): Promise<number[]> => {
    await client.run(`SELECT "${path}"`);
    const lines = await client.run("UID SEARCH ALL");
    return lines.flatMap((line) => (/^\* SEARCH (.+)$/.exec(line)?.[1] ?? "").split(" ").filter(Boolean).map(Number));
  };
  const someUids = async (path: string): Promise<string | null> => {
    const uids = await uidsOf(path);
    if (uids.length === 0) return null;
    return [...new Set(Array.from({ length: 1 + number(4) }, () => random.pick(uids)))].join(",");
  };
  const flags = ["\\Seen", "\\Flagged", "\\Answered", "$Label1", "Todo"];

  const acts: Record<string, () => Promise<unknown>> = {
    append: () => client.append(random.pick(folders), mail((mailCount += 1)), { flags: number(2) ? ["\\Seen"] : [] }),
    appendAgain: () => client.append(random.pick(folders), mail(1 + number(Math.max(1, mailCount)))),
    flag: async () => {
      const uids = await someUids(random.pick(folders));
      if (uids) await client.run(`UID STORE ${uids} +FLAGS.SILENT (${random.pick(flags)})`);
    },
    unflag: async () => {
      const uids = await someUids(random.pick(folders));
      if (uids) await client.run(`UID STORE ${uids} -FLAGS.SILENT (${random.pick(flags)})`);
    },
    move: async () => {
      const uids = await someUids(random.pick(folders));
      if (!uids) return;
      await client.run(`UID COPY ${uids} "${random.pick(folders)}"`);
      await client.run(`UID STORE ${uids} +FLAGS.SILENT (\\Deleted)`);
      await client.run("EXPUNGE");
    },
    expunge: async () => {
      const uids = await someUids(random.pick(folders));
      if (!uids) return;
      await client.run(`UID STORE ${uids} +FLAGS.SILENT (\\Deleted)`);
      await client.run("EXPUNGE");
    },
    create: async () => {
      if (own().length > 5) return;
      const path = `Box ${(folderCount += 1)}`;
      await client.run(`CREATE "${path}"`);
      folders.push(path);
    },
    rename: async () => {
      const [from] = own();
      if (!from) return;
      const to = `Box ${(folderCount += 1)}`;
      await client.run("UNSELECT").catch(() => undefined);
      await client.run(`RENAME "${from}" "${to}"`);
      folders = folders.map((path) => (path === from ? to : path));
    },
    remove: async () => {
      const [path] = own();
      if (!path || number(2)) return;
      await client.run("UNSELECT").catch(() => undefined);
      await client.run(`DELETE "${path}"`);
      folders = folders.filter((one) => one !== path);
    },
  };
  const weights = {
    append: 8,
    appendAgain: 1,
    flag: 6,
    unflag: 4,
    move: 6,
    expunge: 3,
    create: 1,
    rename: 1,
    remove: 1,
  };
  const deck = Object.entries(weights).flatMap(([name, count]) => Array.from({ length: count }, () => name));

  return {
    /** @returns what was done */
    step: async (): Promise<string> => {
      const name = random.pick(deck);
      // What the server refuses did not happen; which folders there are is the server's to say.
      await acts[name]?.().catch(async (error: unknown) => {
        if (!(error instanceof Error) || !error.message.startsWith("NO")) throw error;
        folders = await listed();
      });
      return name;
    },
  };
}
