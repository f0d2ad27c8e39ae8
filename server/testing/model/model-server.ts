/** The server of one run: its kind by name, the rest of what it can do by the seed. */
import type { seededRandom } from "../seeded-random.ts";
import { capabilitiesWith, switchableCapabilities, type Capability } from "../scripted-imap/capabilities.ts";
import type { FaultHook } from "../scripted-imap/faults.ts";
import type { VanishedMemory } from "../scripted-imap/scripted-mailbox.ts";
import { startScriptedImap, type ScriptedImapOptions } from "../scripted-imap/start-scripted-imap.ts";

type Random = ReturnType<typeof seededRandom>;

export type ModelClass = "qresync" | "condstore" | "plain" | "gmail";

export const user = { name: "help@team.test", password: "secret" };

/** Without a command for so long, the app rests, and an act comes all the same. */
const restMs = 12;
const memories: VanishedMemory[] = ["for-ever", "for-ever", "once-a-session", "once", "no-log"];

export async function startModelServer(kind: ModelClass, random: Random) {
  const isUsual = random.next() < 0.4 || kind === "gmail";
  const chosen = switchableCapabilities.filter(() => random.next() < 0.5);
  const vanishedMemory = random.pick(memories);
  const namespacePrefix = random.next() < 0.2 && kind !== "gmail" ? "INBOX." : "";
  const gmail: Pick<ScriptedImapOptions, "gmail"> =
    kind === "gmail" ? { gmail: { isQuietAboutLabels: random.next() < 0.3 } } : {};
  const capabilities = isUsual ? capabilitiesWith(kind, {}) : switched(kind, chosen);
  const server = await startScriptedImap({ users: [user], capabilities, vanishedMemory, namespacePrefix, ...gmail });
  let misbehave: FaultHook | null = null;
  let tell: (line: string) => void = () => undefined;
  let count = 0;
  const waiting = new Set<{ at: number; go: () => void }>();
  server.setFaults((request) => {
    count += 1;
    tell(`      ${request.connection} ${request.line.slice(0, 100)}`);
    for (const one of waiting) if (one.at <= count) one.go();
    return misbehave?.(request);
  });
  return {
    server,
    mailbox: server.mailbox(user.name),
    traits: `${isUsual ? "usual" : chosen.join(" ")}; vanished: ${vanishedMemory}; prefix: "${namespacePrefix}"`,
    /** Every command from here on. */
    tellTo: (log: (line: string) => void) => {
      tell = log;
    },
    /** Null to behave again. */
    misbehave: (hook: FaultHook | null) => {
      misbehave = hook;
    },
    /** Waits for so many commands more, so that a seed's acts fall between the same commands every time, as near as can be. */
    afterCommands: (more: number) =>
      new Promise<void>((resolve) => {
        const entry = { at: count + more, go: () => done() };
        const timer = setTimeout(() => done(), restMs);
        const done = () => {
          clearTimeout(timer);
          waiting.delete(entry);
          resolve();
        };
        waiting.add(entry);
        if (more <= 0) done();
      }),
  };
}

function switched(kind: ModelClass, chosen: readonly Capability[]): readonly Capability[] {
  const dropped = switchableCapabilities.filter((name) => !chosen.includes(name));
  const needed: Capability[] = chosen.includes("LIST-STATUS") ? ["LIST-EXTENDED"] : [];
  return capabilitiesWith(kind, { add: [...chosen, ...needed], drop: dropped });
}
