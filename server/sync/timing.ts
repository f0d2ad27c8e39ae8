import { moveGraceMs } from "../move-grace.ts";

/** How often sync looks, how long it waits, in milliseconds, and how much it takes at once. Tests bring less of each. */
export type Timing = {
  /** All folders are asked for their status this often. */
  pollMs: number;
  /** The same where the server cannot answer for all folders at once (no LIST-STATUS) and has many. */
  slowPollMs: number;
  /** So much less often while nobody uses Postroom; what a watch connection hears is looked into at once all the same. */
  unattendedMs: number;
  /** INBOX alone, when there is no watch connection. */
  unwatchedInboxMs: number;
  idleRenewMs: number;
  /** That an account was looked at and nothing was new is written down this often. */
  noteMs: number;
  /** Gathers what a server tells in a burst into one look, for so long at most. */
  debounceMs: number;
  /** Without CONDSTORE, flags of the newest messages are read this often in INBOX, and elsewhere. */
  newestScanInboxMs: number;
  newestScanMs: number;
  /** And those of a whole folder, window by window. */
  fullScanInboxMs: number;
  fullScanMs: number;
  /** UIDs of every folder are compared with the server's at least this often, whatever the server tells by itself. */
  compareMs: number;
  /** A mismatch of counts that a comparison did not explain is looked at again after this. */
  recompareMs: number;
  /** A vanished message is kept this long out of sight, in case it was moved. */
  graceMs: number;
  /** A folder that failed three times is left alone for this long. */
  parkMs: number;
  /** The same where the server said that it cannot answer now; doubled each time, up to the former. */
  firstParkMs: number;
  /** Changes of one kind for one account are told at most this often. */
  tellMs: number;
  /** A connection that lived this long clears the memory of failures before it. */
  survivalMs: number;
  networkRetryMs: { least: number; most: number };
  refusedRetryMs: { least: number; most: number };
  /** A certificate or a login that was wrong is tried again by itself this often. */
  settingsRetryMs: number;
  authRetryMs: number;
  /** Before the next, smaller attempt at a window that ended the connection. */
  bisectRetryMs: number;
  /** After a server told of new mail and listed none, it is looked again after this, and 1.7 times as long, three times in all. */
  recheckMs: number;
  /** A connection that is back within so long was never gone, as far as people are told. */
  blipMs: number;
  /** To one host, in place of what is known of it. */
  loginsPerSecond: number | null;
  /** How many connections one host has room for, where an operator says so; null leaves it to what is known of it. */
  connectionsPerHost: number | null;
  /** Accounts that share connections look at their mail this often. */
  turnEveryMs: number;
  /** What history is brought in one turn, and how long a turn waits for work that has just been wished for. */
  turnMaxMs: number;
  turnLingerMs: number;
  /** Between two windows of history while bytes are short. */
  slowHistoryMs: number;
  /** A login that used to work, refused for no reason by a server known for that, is taken for a hiccup for so long. */
  doubtMs: number;
  /** Between the starts of workers when the engine starts. */
  staggerMs: number;
  /** Time for everything to end when the engine stops. */
  stopMs: number;
  /** So many changed messages are asked for and stored at once; of folders with more it is asked first how many have changed. */
  changedRowsMax: number;
  /** Between attempts to read a quarantined message. */
  quarantineMs: number[];
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

export const usualTiming: Timing = {
  pollMs: 30 * second,
  slowPollMs: 2 * minute,
  unattendedMs: minute,
  unwatchedInboxMs: 10 * second,
  idleRenewMs: 4.5 * minute,
  noteMs: minute,
  debounceMs: 150,
  newestScanInboxMs: 30 * second,
  newestScanMs: 5 * minute,
  fullScanInboxMs: 10 * minute,
  fullScanMs: hour,
  compareMs: 24 * hour,
  recompareMs: 5 * minute,
  graceMs: moveGraceMs,
  parkMs: 6 * hour,
  firstParkMs: 10 * minute,
  tellMs: 500,
  survivalMs: 5 * minute,
  networkRetryMs: { least: second, most: 5 * minute },
  refusedRetryMs: { least: 30 * second, most: 15 * minute },
  settingsRetryMs: 5 * minute,
  authRetryMs: hour,
  bisectRetryMs: 250,
  recheckMs: second,
  blipMs: 3 * second,
  loginsPerSecond: null,
  connectionsPerHost: null,
  turnEveryMs: minute,
  turnMaxMs: 4 * second,
  turnLingerMs: 300,
  slowHistoryMs: minute,
  doubtMs: 3 * hour,
  staggerMs: 50,
  stopMs: 4 * second,
  changedRowsMax: 5000,
  quarantineMs: [minute, 10 * minute, hour, 24 * hour],
};
