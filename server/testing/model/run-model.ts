/**
 * One run of the model test: a mailbox, other programs and agents that act on it at random, a server that misbehaves at random, then
 * quiet; whatever happened, the store has to equal the mailbox, and what agents wished for must have happened once. The seed says it all.
 */
import { AccountSessions } from "../../imap/account-sessions.ts";
import { startOutbox } from "../../outbox/worker.ts";
import { startSync } from "../../sync/engine.ts";
import { usualTiming, type Timing } from "../../sync/timing.ts";
import { build } from "../build.ts";
import { seededRandom } from "../seeded-random.ts";
import { faultNames, faultStorm, liesOf, type FaultName } from "../scripted-imap/named-faults.ts";
import type { SmtpSink } from "../smtp-sink.ts";
import { agentActs } from "./agent-acts.ts";
import { startFastClock } from "./fast-clock.ts";
import { Ledger } from "./ledger.ts";
import { listenForBugs } from "./listen-for-bugs.ts";
import { bookDifferences } from "./model-differences.ts";
import { startModelServer, user, type ModelClass } from "./model-server.ts";
import { comeToRest } from "./come-to-rest.ts";
import { modelWorld } from "./model-world.ts";
import { sentDifferences } from "./sent-differences.ts";
import { watchPlacements } from "./watch-placements.ts";
import { wishDifferences } from "./wish-differences.ts";

export type ModelRun = {
  seed: number;
  kind: ModelClass;
  /** What may go wrong; `some`: a few that the seed picks, and nothing for every fourth seed. */
  faults: "some" | readonly FaultName[];
  /** That a command is struck. */
  chance?: number;
  sink: SmtpSink;
  log: (line: string) => void;
};

/** What was different at the end: nothing, when all is well. */
export type ModelOutcome = { differences: string[]; struck: FaultName[] };

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Looks all the time and forgives quickly. The daily comparison, which would heal whatever went wrong, comes only where the server lied
 * about what it has or did: two lies may leave counts as they should be.
 */
const timing: Timing = {
  ...usualTiming,
  pollMs: 15,
  slowPollMs: 15,
  unwatchedInboxMs: 10,
  debounceMs: 3,
  newestScanInboxMs: 0,
  newestScanMs: 0,
  fullScanInboxMs: 0,
  fullScanMs: 0,
  compareMs: Number.MAX_SAFE_INTEGER,
  recompareMs: 0,
  tellMs: 20,
  recheckMs: 5,
  survivalMs: 40,
  networkRetryMs: { least: 2, most: 20 },
  refusedRetryMs: { least: 2, most: 20 },
  settingsRetryMs: 20,
  authRetryMs: 20,
  bisectRetryMs: 1,
  loginsPerSecond: Infinity,
  slowHistoryMs: 50,
  staggerMs: 0,
  stopMs: 1000,
  quarantineMs: [60_000],
};

export async function runModel({
  seed,
  kind,
  faults,
  chance = 0.12,
  sink,
  log: write,
}: ModelRun): Promise<ModelOutcome> {
  const startedAt = performance.now();
  const log = (line: string) => write(`${String(Math.round(performance.now() - startedAt)).padStart(5)} ${line}`);
  const random = seededRandom(seed);
  const ledger = new Ledger();
  const { server, mailbox, traits, misbehave, afterCommands, tellTo } = await startModelServer(kind, random);
  const names = faults === "some" ? pickedFaults(random, seed) : faults;
  const lies = liesOf(names);
  log(`seed ${seed} class ${kind}: ${traits}; faults: ${names.join(", ") || "none"}`);
  tellTo(log);
  const clock = startFastClock();
  const bugs = listenForBugs();
  const account = await build.account({
    username: user.name, password: user.password, emailAddress: user.name, imapPort: server.port, imapSecurity: "none",
    smtpPort: sink.port, smtpSecurity: "none", state: "connecting",
  }); // prettier-ignore
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  const promised: string[] = [];
  const world = modelWorld({ mailbox, random, ledger, seed });
  const cards = Object.entries(world.deck).flatMap(([name, count]) => Array.from({ length: count }, () => name));
  const agents = agentActs({ agent, random }, (id) => {
    promised.push(id);
    ledger.arrived(id);
  });
  const start = () => {
    const sessions = new AccountSessions();
    const compareMs = lies.size > 0 ? dayMs : timing.compareMs;
    const parts = [
      startOutbox(sessions, { prefetch: seed % 8 === 0, sentLooksMs: [] }),
      startSync(sessions, { ...timing, compareMs }),
    ];
    return async () => {
      for (const part of parts) await part.stop();
    };
  };
  let keptCount = sink.mails.length;
  const keeping = setInterval(() => {
    for (const { source } of sink.mails.slice(keptCount)) world.keepSent(source.toString("latin1"));
    keptCount = sink.mails.length;
  }, 4);
  const watched = await watchPlacements(timing.graceMs);
  world.fill(2 + Math.floor(random.next() * 10));
  let stop = start();
  const acts: Record<string, () => string | Promise<string>> = {
    ...world.acts,
    ...agents,
    restart: async () => {
      // A connection that hangs would hold up the end for as long as engines have patience.
      const impatience = setTimeout(() => server.dropHanging(), 30);
      await stop();
      clearTimeout(impatience);
      stop = start();
      return "";
    },
  };
  const struck: FaultName[] = [];
  const storm = seededRandom(seed + 1_000_000);
  misbehave(
    faultStorm(storm, names, chance, (name, request) => {
      struck.push(name);
      log(`    ${name}: connection ${request.connection} ${request.line.slice(0, 120)}`);
    }),
  );
  try {
    const stepCount = 15 + Math.floor(random.next() * 26);
    for (let step = 1; step <= stepCount; step += 1) {
      await afterCommands(Math.floor(random.next() * 7));
      const name = random.pick(cards);
      log(`  ${step} ${name} ${(await acts[name]?.()) ?? ""}`);
    }
    misbehave(null);
    world.calm();
    server.dropHanging();
    log("  quiet");
    const healsAfterMs = lies.size > 0 ? dayMs : null;
    const differences = await comeToRest({
      contentDifferences: world.differences,
      clock,
      server,
      graceMs: timing.graceMs,
      healsAfterMs,
      log,
    });
    differences.push(
      ...(await bookDifferences()),
      ...(await watched.differences(mailbox, lies.size === 0 && world.isSteady)),
    );
    if (!lies.has("writing")) {
      differences.push(...ledger.differences(world.messages()), ...(await wishDifferences(mailbox, ledger)));
      // What was said to be gone, and was not, lost its labels' wishes with it.
      if (lies.size === 0) differences.push(...(await world.labelWishes()));
      differences.push(...sentDifferences(sink, promised));
    }
    log("  compared");
    return { differences: [...differences, ...bugs.heard()], struck };
  } finally {
    clearInterval(keeping);
    await stop();
    log("  stopped");
    bugs.stop();
    clock.stop();
    await server.stop();
  }
}

/** A few at a time: what went wrong is then found sooner. */
function pickedFaults(random: ReturnType<typeof seededRandom>, seed: number): FaultName[] {
  if (seed % 4 === 0) return [];
  return Array.from({ length: 1 + Math.floor(random.next() * 3) }, () => random.pick(faultNames));
}
