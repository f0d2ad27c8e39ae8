/** Sync against the scripted server: a mailbox of the test's making, faults on cue, and what the store holds of it. */
import { afterEach } from "vitest";
import { asc, eq, isNull } from "drizzle-orm";
import { foldersOf, type FolderRow } from "#db/queries/sync/folders";
import { messages, placements } from "#db/schema/index";
import { store } from "../store.ts";
import { runSync, type RunningSync } from "./run-sync.ts";
import type { FaultRequest } from "./scripted-imap/faults.ts";
import { startScriptedImap, type ScriptedImap, type ScriptedImapOptions } from "./scripted-imap/start-scripted-imap.ts";

const user = { name: "help@team.test", password: "secret" };

export const plainMail = (id: number | string, extra: string[] = []) =>
  [
    `Message-ID: <${id}@customer.test>`,
    `From: Ada <ada@customer.test>`,
    "To: help@team.test",
    `Subject: Mail ${id}`,
    "Date: Mon, 1 Jan 2024 10:00:00 +0000",
    ...extra,
    "",
    `Hello ${id}.`,
    "",
  ].join("\r\n");

/** Starts servers and engines that end with the test. */
export function useScriptedSync() {
  const open: { server: ScriptedImap; sync: RunningSync | null }[] = [];
  afterEach(async () => {
    for (const { server, sync } of open.splice(0)) {
      await sync?.stop();
      await server.stop();
    }
  });
  return async (mailCount = 0, options: Partial<ScriptedImapOptions> = {}) => {
    const server = await startScriptedImap({ users: [user], ...options });
    const mailbox = server.mailbox(user.name);
    for (let id = 1; id <= mailCount; id += 1) mailbox.deliver(plainMail(id));
    const entry: (typeof open)[number] = { server, sync: null };
    open.push(entry);
    return {
      server,
      mailbox,
      start: async (wishes: Parameters<typeof runSync>[1] = {}) =>
        (entry.sync = await runSync({ port: server.port, ...user }, wishes)),
    };
  };
}

export async function folderNamed(path: string): Promise<FolderRow> {
  const found = (await foldersOf(store().read, 1)).find((folder) => folder.path === path);
  if (!found) throw new Error(`There is no folder ${path}.`);
  return found;
}

/** What is shown of a folder: Message-IDs by UID. */
export async function shownIn(path: string): Promise<{ uid: number; id: string; messageId: number }[]> {
  const folder = await folderNamed(path);
  const rows = await store()
    .read.select({
      uid: placements.uid,
      id: messages.internetMessageId,
      messageId: messages.id,
      at: placements.folderId,
    })
    .from(placements)
    .innerJoin(messages, eq(messages.id, placements.messageId))
    .where(isNull(placements.missingSince))
    .orderBy(asc(placements.uid));
  return rows.filter((row) => row.at === folder.id).map(({ uid, id, messageId }) => ({ uid, id, messageId }));
}

/** UIDs whose headers a request asks for; empty for every other request. */
export function headersAsked({ command, line }: FaultRequest): number[] {
  const set =
    command === "UID FETCH" && line.includes("HEADER.FIELDS") ? /UID FETCH (\S+)/i.exec(line)?.[1] : undefined;
  return (set ?? "").split(",").flatMap((range) => {
    const [from = 0, to = from] = range.split(":").map(Number);
    return from === 0 ? [] : Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
  });
}
