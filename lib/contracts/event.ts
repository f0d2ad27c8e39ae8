import { z } from "zod";
import { Instant } from "./paging.ts";

export const eventAnswers = ["accepted", "tentative", "declined"] as const;
export type EventAnswer = (typeof eventAnswers)[number];

export const EventPerson = z.object({
  name: z.string(),
  address: z.string(),
  /** PARTSTAT (RFC 5545 §3.2.12), in small letters. */
  status: z.string(),
});
export type EventPerson = z.infer<typeof EventPerson>;

export const EventRecurrence = z.object({
  frequency: z.enum(["daily", "weekly", "monthly", "yearly"]),
  interval: z.number().int(),
  /** 0 is Sunday. */
  weekdays: z.array(z.number().int().min(0).max(6)),
  until: z.string().nullable(),
  count: z.number().int().nullable(),
});
export type EventRecurrence = z.infer<typeof EventRecurrence>;

/** What a mail's calendar part says (RFC 5546). */
export const MailEvent = z.object({
  attachmentId: z.number().int(),
  kind: z.enum(["invitation", "update", "cancellation", "answer", "event"]),
  title: z.string(),
  place: z.string(),
  /** With a time of day; null for whole days, and where its zone is not known. */
  startAt: Instant.nullable(),
  endAt: Instant.nullable(),
  /** As its calendar writes it, `2026-02-02` or `2026-02-02T10:00`. */
  startText: z.string(),
  endText: z.string(),
  isAllDay: z.boolean(),
  /** The organiser's zone as IANA names it; empty when unknown. */
  timeZone: z.string(),
  organizer: EventPerson.nullable(),
  attendees: z.array(EventPerson),
  attendeeCount: z.number().int(),
  recurrence: EventRecurrence.nullable(),
  /** Whether it can be answered from the account that it came to, and as whom. */
  answerAs: z.string(),
  /** What was answered last from here, or from another mail program. */
  answer: z.enum(eventAnswers).nullable(),
});
export type MailEvent = z.infer<typeof MailEvent>;

export const FoundEvent = z.object({ event: MailEvent.nullable() });
export type FoundEvent = z.infer<typeof FoundEvent>;

export const AnswerEvent = z.strictObject({ answer: z.enum(eventAnswers), idempotencyKey: z.string().min(8).max(100) });
export type AnswerEvent = z.infer<typeof AnswerEvent>;
