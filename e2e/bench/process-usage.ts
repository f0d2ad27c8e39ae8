import { readFileSync } from "node:fs";

/** The clock ticks of /proc, of which Linux shows a hundred a second everywhere. */
const tickMs = 10;

/** CPU time of all of a process's threads so far. */
export function cpuMsOf(pid: number): number {
  // The name in brackets may hold spaces; what follows it is counted from field 3 (proc(5)).
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

export const residentKbOf = (pid: number): number => statusOf(pid, "VmRSS");

/** The most it ever had. */
export const peakKbOf = (pid: number): number => statusOf(pid, "VmHWM");

function statusOf(pid: number, name: string): number {
  const line = readFileSync(`/proc/${pid}/status`, "utf8")
    .split("\n")
    .find((one) => one.startsWith(`${name}:`));
  return Number(line?.match(/\d+/)?.[0]);
}
