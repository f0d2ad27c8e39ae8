import { array, assert, boolean, constantFrom, date, option, property, record, string, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { maildirFolder, maildirName } from "./maildir-name.ts";
import { mboxEntry, type MboxMail } from "./mbox-entry.ts";

const mail: MboxMail = {
  sender: "carla@customer.test",
  receivedAt: new Date("2026-11-02T10:00:00Z"),
  seen: true,
  flagged: false,
  answered: true,
  draft: false,
  deleted: false,
  keywords: ["$Forwarded", "urgent"],
};

describe("an entry of an mbox file", () => {
  it("begins with its From line and what its mail's flags are", () => {
    const entry = mboxEntry(Buffer.from("Subject: Hi\r\n\r\nHello\r\n"), mail).toString();
    expect(entry).toBe(
      "From carla@customer.test Mon Nov  2 10:00:00 2026\n" +
        "X-Postroom-Mail: lines=4 eol=crlf end=newline received=1793613600000\n" +
        "Status: RO\nX-Status: A\nX-Keywords: $Forwarded urgent\n" +
        "Subject: Hi\n\nHello\n\n",
    );
  });

  it("quotes every line that could begin another, however often it was quoted before", () => {
    const entry = mboxEntry(
      Buffer.from("A: b\r\n\r\nFrom me\r\n>From you\r\n >From x\r\nFromage\r\n"),
      mail,
    ).toString();
    expect(entry).toContain("\n\n>From me\n>>From you\n >From x\nFromage\n\n");
  });

  it("keeps a forged address out of its From line", () => {
    const entry = mboxEntry(Buffer.from("A: b\n\n"), { ...mail, sender: "a b\nFrom c" }).toString();
    expect(entry.split("\n")[0]).toBe("From MAILER-DAEMON Mon Nov  2 10:00:00 2026");
  });

  it("gives back any bytes, flags and time, and is one entry alone", () => {
    const piece = constantFrom(
      "From ",
      ">From x",
      ">",
      "\r\n",
      "\n",
      "\r",
      "\r\n\r\n",
      "text",
      "X-Postroom-Mail: lines=9\n",
      "ü",
    );
    const source = array(piece).map((pieces) => Buffer.from(pieces.join("")));
    const bytes = uint8Array().map((some) => Buffer.from(some));
    const facts = record({
      sender: string(),
      receivedAt: date({ min: new Date(0), max: new Date("9000-01-01"), noInvalidDate: true }),
      seen: boolean(),
      flagged: boolean(),
      answered: boolean(),
      draft: boolean(),
      deleted: boolean(),
      keywords: array(constantFrom("$Forwarded", "urgent", "NonJunk", "a/b")),
    });
    assert(
      property(option(source, { freq: 3 }), bytes, facts, (text, raw, given) => {
        const original = text ?? raw;
        const entry = mboxEntry(original, given);
        expect(entry.toString("latin1").match(/(?:^|\n)From /g)).toHaveLength(1);
        const read = readEntry(entry);
        expect(read.source.equals(original)).toBe(true);
        expect(read).toMatchObject({ receivedAt: given.receivedAt.getTime(), keywords: given.keywords });
        expect(read.status.includes("R")).toBe(given.seen);
        for (const [letter, isSet] of [
          ["A", given.answered],
          ["F", given.flagged],
          ["T", given.draft],
          ["D", given.deleted],
        ] as const)
          // prettier-ignore
          expect(read.xStatus.includes(letter)).toBe(isSet);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the name of a mail in Maildir", () => {
  it("carries flags in the order of ASCII and keywords by their letters", () => {
    const name = maildirName({ ...mail, draft: true, flagged: true, deleted: true }, 7, 120, ["urgent", "$Forwarded"]);
    expect(name).toBe("1793613600.P7.postroom,S=120:2,DFPRSTab");
  });

  it("has folders beside each other", () => {
    expect(maildirFolder(["INBOX"])).toBe("");
    expect(maildirFolder(["Projects", "v1.2"])).toBe(".Projects.v1_2");
  });
});

/** By the words at the head of `mbox-entry.ts` and nothing else. */
function readEntry(entry: Buffer) {
  const lines = entry.toString("latin1").split("\n");
  const [, count, eol, end, received] =
    /^X-Postroom-Mail: lines=(\d+) eol=(crlf|raw) end=(newline|none) received=(-?\d+)$/.exec(lines[1] ?? "") ?? [];
  const own = lines.slice(1, 1 + Number(count));
  const valueOf = (name: string) => own.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? "";
  const rest = lines.slice(1 + Number(count)).map((line) => (/^>+From /.test(line) ? line.slice(1) : line));
  const text = rest.join("\n").slice(0, end === "none" ? -2 : -1);
  return {
    source: Buffer.from(eol === "crlf" ? text.replaceAll("\n", "\r\n") : text, "latin1"),
    receivedAt: Number(received),
    status: valueOf("Status"),
    xStatus: valueOf("X-Status"),
    keywords: valueOf("X-Keywords").split(" ").filter(Boolean),
  };
}
