import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerEvent } from "./answer-event.ts";
import { parseEvent } from "./parse-event.ts";

const vevent = [
  "UID:1@example.com",
  "SEQUENCE:0",
  "DTSTAMP:20260201T100000Z",
  "DTSTART;TZID=America/New_York:20260204T150000",
  "DTEND;TZID=America/New_York:20260204T160000",
  "SUMMARY:Kettles\\, a talk",
  "LOCATION:Room 3",
  "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20260601T000000Z",
  'ORGANIZER;CN="Kim Doe":mailto:Kim@example.com',
  "ATTENDEE;CN=Support;PARTSTAT=NEEDS-ACTION:mailto:support@acme.test",
  "ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:pat@example.com",
];
const calendar = (lines: readonly string[], method = "REQUEST") =>
  Buffer.from(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:x",
      `METHOD:${method}`,
      "BEGIN:VEVENT",
      ...lines,
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  );

describe("an event in a mail", () => {
  it("says when it is by the zone of its organiser, how it comes again, and who is asked", () => {
    expect(parseEvent(calendar(vevent))).toEqual({
      kind: "invitation",
      title: "Kettles, a talk",
      place: "Room 3",
      startAt: "2026-02-04T20:00:00.000Z",
      endAt: "2026-02-04T21:00:00.000Z",
      startText: "2026-02-04T15:00",
      endText: "2026-02-04T16:00",
      isAllDay: false,
      timeZone: "America/New_York",
      organizer: { name: "Kim Doe", address: "kim@example.com", status: "" },
      attendees: [
        { name: "Support", address: "support@acme.test", status: "needs-action" },
        { name: "", address: "pat@example.com", status: "accepted" },
      ],
      attendeeCount: 2,
      recurrence: { frequency: "weekly", interval: 2, weekdays: [1, 3], until: "2026-06-01", count: null },
    });
  });

  it("knows a zone that the calendar describes under a name of its own", () => {
    const zone = ["BEGIN:VTIMEZONE", "TZID:Somewhere", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0200", "END:STANDARD", "END:VTIMEZONE"];
    const source = calendar(["UID:1", "DTSTART;TZID=Somewhere:20260204T150000", "DURATION:PT30M"]).toString();
    const event = parseEvent(Buffer.from(source.replace("BEGIN:VEVENT", [...zone, "BEGIN:VEVENT"].join("\r\n"))));
    expect(event).toMatchObject({ startAt: "2026-02-04T13:00:00.000Z", endAt: "2026-02-04T13:30:00.000Z", timeZone: "" });
  }); // prettier-ignore

  it("ends whole days on the last of them", () => {
    expect(parseEvent(calendar(["UID:1", "DTSTART;VALUE=DATE:20260204", "DTEND;VALUE=DATE:20260206"]))).toMatchObject({
      isAllDay: true,
      startAt: null,
      startText: "2026-02-04",
      endText: "2026-02-05",
    });
  });

  it.each([
    [calendar(vevent, "CANCEL"), "cancellation"],
    [calendar(vevent, "REPLY"), "answer"],
    [calendar(vevent, "PUBLISH"), "event"],
    [calendar(vevent.map((line) => line.replace("SEQUENCE:0", "SEQUENCE:2"))), "update"],
  ])("tells what kind it is (%#)", (source, kind) => {
    expect(parseEvent(source)?.kind).toBe(kind);
  });

  it.each([
    Buffer.from("no calendar"),
    Buffer.from("BEGIN:VCALENDAR\r\nEND:VCALENDAR"),
    calendar(["UID:1"]),
    calendar([...vevent, `DESCRIPTION:${"x".repeat(600_000)}`]),
    Buffer.from(`BEGIN:VCALENDAR\r\n${"BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n".repeat(200)}END:VCALENDAR`),
  ])("makes nothing of what is broken or beyond measure (%#)", (source) => {
    expect(parseEvent(source)).toBeNull();
  });

  it("survives whatever stands in a calendar part", () => {
    const line = fc.oneof(fc.constantFrom(...vevent, "DTSTART:x", "RRULE:FREQ=SECONDLY", "ATTENDEE:x", "DURATION:P9999999W"), fc.string());
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const event = parseEvent(calendar(lines));
        expect(event === null || typeof event.title === "string").toBe(true);
      }),
      { seed: 5, numRuns: 200 },
    );
  }); // prettier-ignore
});

describe("the answer to an invitation", () => {
  const attendee = { name: "Acme Support", address: "support@acme.test" };

  it("names the event, its organiser and the one who answers, and nobody else (RFC 5546 §3.2.3)", () => {
    const answer = answerEvent({ source: calendar(vevent), attendee, answer: "tentative", stampAt: "2026-02-02T10:00:00Z" });
    const lines = (answer ?? "").replace(/\r\n /g, "").split("\r\n");
    expect(lines).toEqual(expect.arrayContaining(["METHOD:REPLY", "UID:1@example.com", "SEQUENCE:0", "DTSTAMP:20260202T100000Z"]));
    expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toEqual([
      "ATTENDEE;PARTSTAT=TENTATIVE;CN=Acme Support:mailto:support@acme.test",
    ]);
    expect(lines.filter((line) => line.startsWith("ORGANIZER"))).toHaveLength(1);
    expect(lines.some((line) => line.startsWith("RRULE"))).toBe(false);
  }); // prettier-ignore

  it("is none where nobody asked", () => {
    const source = calendar(["UID:1", "DTSTART:20260204T150000Z"]);
    expect(answerEvent({ source, attendee, answer: "accepted", stampAt: "2026-02-02T10:00:00Z" })).toBeNull();
  });
});
