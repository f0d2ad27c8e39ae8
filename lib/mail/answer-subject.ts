import type { EventAnswer } from "../contracts/event.ts";

const verbs: Record<EventAnswer, string> = { accepted: "Accepted", tentative: "Tentative", declined: "Declined" };

/** What the answer to an invitation is called, as the calendars of Google and Microsoft call it, too. */
export function answerSubject(answer: EventAnswer, title: string): string {
  return `${verbs[answer]}: ${title}`.slice(0, 900);
}
