import type { FaultHook } from "./faults.ts";
import { setPredicate, setText } from "./wire/words.ts";

const limited = /^(UID FETCH|UID STORE|UID SEARCH)\b.*?\s((?:\d+(?::(?:\d+|\*))?,?)+)(?:\s|$)/i;

/**
 * RFC 9738 for FETCH, STORE and SEARCH by UID: of more messages than `limit` the newest are told of, and the answer
 * says where it stopped. (Of STORE it only says so.)
 * @param uidsNow what the folder in question holds, ascending
 */
export function limitMessages(limit: number, uidsNow: () => number[]): FaultHook {
  return ({ line }) => {
    const [, command = "", set = ""] = limited.exec(line) ?? [];
    const uids = uidsNow();
    const asked = command ? uids.filter(setPredicate(set, uids.at(-1) ?? 0)) : [];
    if (asked.length <= limit) return undefined;
    const done = asked.slice(-limit);
    const [lowest = 0] = done;
    const answer = `OK [MESSAGELIMIT ${limit} ${lowest}] Done with ${limit} of them.`;
    const isDone = (told: string) => {
      const uid = /\bUID (\d+)/.exec(told)?.[1];
      return uid === undefined || Number(uid) >= lowest;
    };
    const rewrite = (lines: string[]) =>
      lines
        .filter((one) => !one.includes(" FETCH ") || isDone(one))
        .map((one) => one.replace(/( ALL )\S+$/, `$1${setText(done)}`));
    return { answer, rewrite };
  };
}
