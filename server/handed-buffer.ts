import { workerData } from "node:worker_threads";

/** What the thread that started this one shares with it under a name; null where there is none. */
export function handedBuffer(name: string): SharedArrayBuffer | null {
  const handed: unknown = Object(workerData)[name];
  return handed instanceof SharedArrayBuffer ? handed : null;
}
