import { describe, expect, it, vi } from "vitest";
import { AccountSessions } from "./account-sessions.ts";
import type { ImapSession } from "./session.ts";

/** Only what the lanes look at; anything else that is touched fails the test. */
function openSession(prove?: () => Promise<void>): { session: ImapSession; close: () => void } {
  let isOpen = true;
  const target: Partial<ImapSession> = {};
  const session = new Proxy(target, {
    get: (_target, name) => {
      if (name === "isOpen") return isOpen;
      if (name === "prove" && prove) return prove;
      throw new Error(`Nobody asked for ${String(name)}.`);
    },
  }) as ImapSession;
  return { session, close: () => void (isOpen = false) };
}

describe("an account's command connection", () => {
  it("does one thing at a time, what a person waits for first", async () => {
    const sessions = new AccountSessions();
    sessions.attach(1, openSession().session);
    const order: string[] = [];
    let release = () => {};
    const first = sessions.run(1, 3, () => new Promise<void>((resolve) => (release = resolve)));
    const rest = [
      sessions.run(1, 3, async () => void order.push("history")),
      sessions.run(1, 1, async () => void order.push("act")),
      sessions.run(1, 0, async () => void order.push("person")),
    ];
    expect(order).toEqual([]);
    release();
    await Promise.all([first, ...rest]);
    expect(order).toEqual(["person", "act", "history"]);
  });

  it("goes on after work that failed", async () => {
    const sessions = new AccountSessions();
    sessions.attach(1, openSession().session);
    await expect(sessions.run(1, 1, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(sessions.run(1, 1, async () => "yes")).resolves.toBe("yes");
  });

  it("turns work down while the account is not connected", async () => {
    const sessions = new AccountSessions();
    await expect(sessions.run(1, 0, async () => "never")).rejects.toMatchObject({ kind: "offline" });
  });

  it("turns waiting work down when the connection is taken away", async () => {
    const sessions = new AccountSessions();
    sessions.attach(1, openSession().session);
    let release = () => {};
    const busy = sessions.run(1, 1, () => new Promise<void>((resolve) => (release = resolve)));
    const waiting = sessions.run(1, 1, async () => "never");
    sessions.detach(1);
    release();
    await busy;
    await expect(waiting).rejects.toMatchObject({ kind: "offline" });
  });

  it("turns waiting work down when the connection ends by itself", async () => {
    const sessions = new AccountSessions();
    const { session, close } = openSession();
    sessions.attach(1, session);
    const busy = sessions.run(1, 1, async () => close());
    const waiting = sessions.run(1, 1, async () => "never");
    await busy;
    await expect(waiting).rejects.toMatchObject({ kind: "offline" });
    expect(sessions.isConnected(1)).toBe(false);
  });

  it("lets every connection to a host show that it is alive when nothing it was asked comes out any more", async () => {
    vi.useFakeTimers();
    const sessions = new AccountSessions();
    const proved: number[] = [];
    const room = { group: "mail.test", commandsMax: 2 };
    for (const accountId of [1, 2, 3, 4]) {
      const { session } = openSession(async () => void proved.push(accountId));
      sessions.attach(accountId, session, accountId === 4 ? { ...room, group: "other.test" } : room);
    }
    let release = () => {};
    const hangs = () => new Promise<void>((resolve) => (release = resolve));
    const inside = [sessions.run(1, 0, hangs), sessions.run(2, 0, hangs)];
    await vi.advanceTimersByTimeAsync(60_000);
    expect(proved).toEqual([]);
    const waiting = sessions.run(3, 0, async () => "done");
    await vi.advanceTimersByTimeAsync(14_000);
    expect(proved).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(proved).toEqual([1, 2, 3]);
    release();
    await Promise.all([inside[1], waiting]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(proved).toEqual([1, 2, 3]);
    vi.useRealTimers();
  });

  it("tells who listens that an account is connected", () => {
    const sessions = new AccountSessions();
    const heard: number[] = [];
    const stop = sessions.onConnected((accountId) => heard.push(accountId));
    sessions.attach(7, openSession().session);
    stop();
    sessions.attach(8, openSession().session);
    expect(heard).toEqual([7]);
  });
});
