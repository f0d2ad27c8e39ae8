import { ChangesEvent, type Change } from "#lib/contracts/change";
import type { Api } from "../support/api.ts";

/** `GET /api/live`, as a browser reads it. */
export class LiveEvents {
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #reading: Promise<void>;

  private constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
    this.#reading = this.#read();
  }

  static async open(api: Api): Promise<LiveEvents> {
    const answer = await api.request("GET", "/api/live");
    if (!answer.ok || !answer.body) throw new Error(`The live stream answered ${answer.status}.`);
    return new LiveEvents(answer.body);
  }

  /** When the next change that pleases was heard of, on the clock of `performance`. */
  next(isWanted: (change: Change) => boolean): Promise<number> {
    return new Promise((resolve) => {
      const listener = (change: Change) => {
        if (!isWanted(change)) return;
        this.#listeners.delete(listener);
        resolve(performance.now());
      };
      this.#listeners.add(listener);
    });
  }

  async close(): Promise<void> {
    await this.#reader.cancel();
    await this.#reading;
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    for (;;) {
      const { value, done } = await this.#reader.read();
      if (done) return;
      const frames = (rest + decoder.decode(value, { stream: true })).split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) this.#take(frame);
    }
  }

  #take(frame: string): void {
    const fields = new Map(frame.split("\n").map((line) => [line.split(":")[0], line.slice(line.indexOf(":") + 2)]));
    if (fields.get("event") !== "changes") return;
    const { changes } = ChangesEvent.parse(JSON.parse(fields.get("data") ?? ""));
    for (const change of changes) for (const listener of this.#listeners) listener(change);
  }
}
