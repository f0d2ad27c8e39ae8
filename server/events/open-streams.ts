import { singleton } from "../singleton.ts";

/** Every live stream that is open, so that the stop of the server can end them all. */
const streams = () => singleton("open-streams", () => new Set<() => void>());

export function registerStream(close: () => void): () => void {
  streams().add(close);
  return () => streams().delete(close);
}

export function closeStreams(): void {
  for (const close of streams()) close();
}
