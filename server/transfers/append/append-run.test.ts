import { describe, expect, it, vi } from "vitest";
import { failedItems } from "#db/queries/transfers/transfers";
import { store } from "../../store.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { useAppending } from "../../testing/transfers/append-mails.ts";

const mail = (n: number, body = `Hello ${n}\r\n`, id = `mail-${n}`) =>
  `Message-ID: <${id}@customer.test>\r\nFrom: c@customer.test\r\nSubject: Mail ${n}\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\n${body}`;
const mails = (count: number) => Array.from({ length: count }, (_, index) => ({ source: mail(index + 1) }));
const sources = (list: readonly { source: string }[]) => list.map(({ source }) => source).toSorted();
const sizeOf = (source: string) => `{${Buffer.byteLength(source, "latin1")}`;

describe("mails that are put into a server", () => {
  useFreshStore();
  const open = useAppending();
  const failures = async (id: number) => (await failedItems(store().read, id, 9)).map(({ code, facts }) => ({ code, subject: facts["subject"] })); // prettier-ignore

  it("stop when its quota is reached, say so, and go on without a mail twice when there is room", async () => {
    const box = await open();
    let taken = 0;
    box.strike(() => ((taken += 1) > 3 ? { refuse: "NO [OVERQUOTA] Quota exceeded" } : undefined));
    const list = mails(8);
    const id = await box.begin(list);
    const row = await box.reaches(id, "waiting", "over_quota");
    expect(row).toMatchObject({ done: 3, failed: 0, stateDetail: { accountId: box.mailbox.account.id } });
    expect(row.stateDetail.until).toBe(row.resumeAt?.toISOString());
    expect(box.appendCount()).toBe(4);
    box.strike(null);
    await box.goOn(id);
    const { report } = await box.reaches(id, "done");
    expect(report?.folders).toMatchObject([{ path: "INBOX", done: 8, skipped: 0, failed: 0 }]);
    expect(sources(box.there.folder("INBOX").messages)).toEqual(sources(list));
  });

  it("leave out the one that is too large for it, with its subject, and none else", async () => {
    const box = await open();
    const large = { source: mail(2, "x".repeat(5000)) };
    box.strike(({ line }) => (line.includes(sizeOf(large.source)) ? { refuse: "NO [TOOBIG] Message too large" } : undefined)); // prettier-ignore
    const list = mails(3);
    const id = await box.begin([...list, large]);
    expect(await box.reaches(id, "done")).toMatchObject({ done: 3, failed: 1, skipped: 0 });
    expect(await failures(id)).toEqual([{ code: "too_large", subject: "Mail 2" }]);
    expect(sources(box.there.folder("INBOX").messages)).toEqual(sources(list));
  });

  it("are not sent at all where the server says beforehand that it takes none as large (RFC 7889)", async () => {
    const box = await open({
      faults: ({ command }) =>
        command === "LOGIN" || command === "AUTHENTICATE"
          ? { answer: "OK [CAPABILITY IMAP4rev1 LITERAL+ UIDPLUS APPENDLIMIT=4000] Logged in." }
          : undefined,
    });
    const id = await box.begin([...mails(2), { source: mail(3, "x".repeat(5000)) }]);
    expect(await box.reaches(id, "done")).toMatchObject({ done: 2, failed: 1 });
    expect(await failures(id)).toEqual([{ code: "too_large", subject: "Mail 3" }]);
    expect(box.appendCount()).toBe(2);
  });

  it("go on past one that breaks the connection each time, once that is sure", async () => {
    const box = await open();
    const bad = { source: mail(2, "x".repeat(5000)) };
    box.strike(({ line }) => (line.includes(sizeOf(bad.source)) ? { drop: "before" } : undefined));
    const list = mails(4);
    const id = await box.begin([...list.slice(0, 2), bad, ...list.slice(2)]);
    expect(await box.reaches(id, "done")).toMatchObject({ done: 4, failed: 1, skipped: 0 });
    expect(await failures(id)).toEqual([{ code: "cut_off", subject: "Mail 2" }]);
    expect(sources(box.there.folder("INBOX").messages)).toEqual(sources(list));
    expect(box.appendCount()).toBe(8);
  });

  it.each(["qresync", "plain"] as const)(
    "lie there once when connections break behind them, twins as two (%s)",
    async (capabilities) => {
      const box = await open({ capabilities });
      let count = 0;
      box.strike(() => ((count += 1) % 3 === 0 && count < 12 ? { drop: "after" } : undefined));
      const list = [...mails(6), ...mails(2), { source: "From: a@customer.test\r\n\r\nNameless\r\n" }];
      const id = await box.begin(list);
      const { report } = await box.reaches(id, "done");
      expect(report?.folders).toMatchObject([{ path: "INBOX", done: list.length, skipped: 0, failed: 0 }]);
      expect(sources(box.there.folder("INBOX").messages)).toEqual(sources(list));
      // There is no MULTIAPPEND (RFC 3502): each goes by a command of its own, and none goes twice.
      expect(box.appendCount()).toBe(list.length);
    },
  );

  it("for several folders by turns are gathered by folder, each in its order, and broken off are not put there again", async () => {
    const box = await open();
    let count = 0;
    box.strike(() => ((count += 1) === 15 ? { drop: "after" } : undefined));
    const list = mails(24).map(({ source }, index) => ({ source, parts: [["INBOX"], ["Sent"], ["Work"]][index % 3] ?? [] })); // prettier-ignore
    const id = await box.begin(list);
    expect(await box.reaches(id, "done")).toMatchObject({ done: 24, skipped: 0, failed: 0, cursor: { n: 24 } });
    const lying = ["INBOX", "Sent", "Work"].map((path) => box.there.folder(path).messages.map(({ source }) => source));
    expect(lying).toEqual([0, 1, 2].map((rest) => list.filter((_, index) => index % 3 === rest).map((one) => one.source))); // prettier-ignore
    expect(box.server.requests.filter(({ command }) => command === "STATUS").length).toBeLessThan(12);
  });

  it("let what a person waits for in between two of them", async () => {
    const box = await open();
    box.strike(() => ({ delayMs: 20 }));
    const id = await box.begin(mails(20));
    await vi.waitFor(() => expect(box.appendCount()).toBeGreaterThan(2));
    const before = box.appendCount();
    await box.sessions.run(box.mailbox.account.id, 0, (session) => session.noop());
    expect(box.appendCount() - before).toBeLessThanOrEqual(1);
    expect(await box.reaches(id, "done")).toMatchObject({ done: 20 });
  });

  it("leave off keywords that a folder does not keep, and the report knows those of every run", async () => {
    const box = await open();
    box.there.folder("INBOX").options.keepsKeywords = false;
    let taken = 0;
    const named = new Map([
      [0, ["first"]],
      [51, ["last"]],
    ]);
    box.strike(() => ((taken += 1) === 2 ? { refuse: "NO [OVERQUOTA] Quota exceeded" } : undefined));
    const list = mails(52).map(({ source }, index) => ({ source, flags: { seen: true, keywords: named.get(index) ?? [] } })); // prettier-ignore
    const id = await box.begin(list);
    await box.reaches(id, "waiting", "over_quota");
    await box.goOn(id);
    const { report } = await box.reaches(id, "done");
    expect(report?.keptOff).toEqual(["first", "last"]);
    expect(box.there.folder("INBOX").messages.map(({ flags }) => Array.from(flags))).toEqual(
      list.map(() => ["\\Seen"]),
    );
  });

  it("come without a keyword that the server refuses although it said that it keeps any", async () => {
    const box = await open();
    box.strike(({ line }) => (line.includes("odd") ? { refuse: "NO Invalid flag" } : undefined));
    const id = await box.begin([{ source: mail(1), flags: { flagged: true, keywords: ["odd"] } }]);
    const { done, report } = await box.reaches(id, "done");
    expect([done, report?.keptOff]).toEqual([1, ["odd"]]);
    expect(box.there.folder("INBOX").messages.map(({ flags }) => Array.from(flags))).toEqual([["\\Flagged"]]);
  });
});

describe("mails that are put into Gmail", () => {
  useFreshStore();
  const open = useAppending();

  it("go to the labels of their folders, archived ones to All Mail, and what Gmail takes for the same counts once", async () => {
    const box = await open({ capabilities: "gmail", gmail: {} });
    const gmail = box.server.gmailbox("help");
    const list = [
      { source: mail(1), parts: ["INBOX"], role: "inbox" as const },
      { source: mail(2), parts: ["Sent"], role: "sent" as const },
      { source: mail(3), parts: ["Old mail"], role: "archive" as const },
      { source: mail(4), parts: ["Projects", "Größe & Co"] },
      { source: mail(5), parts: ["Spam"], role: "junk" as const },
      { source: mail(6, "Another text\r\n", "mail-4"), parts: ["Projects", "Größe & Co"] },
    ];
    const id = await box.begin(list);
    expect(await box.reaches(id, "done")).toMatchObject({ done: 5, skipped: 1, failed: 0 });
    const lying = [...gmail.mails].map(({ source, labels, where }) => [source, where, labels]);
    expect(lying).toEqual([
      [mail(1), "all", ["\\Inbox"]],
      [mail(2), "all", ["\\Sent"]],
      [mail(3), "all", []],
      [mail(4), "all", ["Projects/Größe & Co"]],
      [mail(5), "spam", []],
    ]);
    expect(gmail.labels).toEqual(["Projects/Größe & Co"]);
  });

  it("lie there once when connections break behind them", async () => {
    const box = await open({ capabilities: "gmail", gmail: {} });
    let count = 0;
    box.strike(() => ((count += 1) % 2 === 0 && count < 7 ? { drop: "after" } : undefined));
    const list = mails(6).map(({ source }) => ({ source, parts: ["Work"] }));
    const id = await box.begin(list);
    expect(await box.reaches(id, "done")).toMatchObject({ done: 6, skipped: 0, failed: 0 });
    expect(sources([...box.server.gmailbox("help").mails])).toEqual(sources(list));
    expect(box.appendCount()).toBe(6);
  });
});
