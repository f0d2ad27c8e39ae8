import { hourOf } from "../hour-of.ts";

type Traffic = { accountId: number; sentBytes: number; receivedBytes: number };
type Used = { sentBytes: number; receivedBytes: number };

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** Bytes of every account by the hour, of the last day; an hour counts until all of it is a day old. */
export class DailyBytes {
  readonly #hours = new Map<number, Map<number, Used>>();
  readonly #unwritten = new Map<number, Used>();

  /** What was written down before. */
  add({ accountId, sentBytes, receivedBytes }: Traffic, at: Date): void {
    const hours = this.#hours.get(accountId) ?? new Map<number, Used>();
    this.#hours.set(accountId, hours);
    const hour = hourOf(at);
    hours.set(hour, sum(hours.get(hour), { sentBytes, receivedBytes }));
  }

  use(used: Traffic, at: Date): void {
    this.add(used, at);
    this.#unwritten.set(used.accountId, sum(this.#unwritten.get(used.accountId), used));
  }

  takeUnwritten(): Traffic[] {
    const taken = [...this.#unwritten].map(([accountId, { sentBytes, receivedBytes }]) => ({
      accountId,
      sentBytes,
      receivedBytes,
    }));
    this.#unwritten.clear();
    return taken;
  }

  of(accountId: number, at: Date): Traffic {
    const hours = this.#hours.get(accountId);
    let used: Used = { sentBytes: 0, receivedBytes: 0 };
    for (const [hour, one] of hours ?? []) {
      if (hour + hourMs + dayMs <= at.getTime()) hours?.delete(hour);
      else used = sum(used, one);
    }
    return { accountId, ...used };
  }

  belowAt(accountId: number, key: keyof Used, most: number, at: Date): Date {
    let left = this.of(accountId, at)[key];
    const hours = [...(this.#hours.get(accountId) ?? [])].sort(([a], [b]) => a - b);
    for (const [hour, used] of hours) {
      if (left < most) break;
      left -= used[key];
      at = new Date(hour + hourMs + dayMs);
    }
    return at;
  }
}

const sum = (a: Used | undefined, b: Used): Used => ({
  sentBytes: (a?.sentBytes ?? 0) + b.sentBytes,
  receivedBytes: (a?.receivedBytes ?? 0) + b.receivedBytes,
});
