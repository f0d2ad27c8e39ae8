"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { eventAnswers, type EventAnswer, type EventPerson } from "#lib/contracts/event";
import { answerEvent } from "#lib/query/events";
import { keys } from "#lib/query/keys";
import { randomKey } from "#lib/random-key";
import { useStrings } from "../../language/use-strings.ts";
import { Button } from "../../ui/button.tsx";

export type AnswerButtonsProps = {
  messageId: number;
  answerAs: string;
  /** Given before, as far as is known. */
  answer: EventAnswer | null;
  attendees: readonly EventPerson[];
};

/** Accept, maybe, decline: each sends a mail to the organiser, which can be taken back like any other. */
export function AnswerButtons({ messageId, answerAs, answer: before, attendees }: AnswerButtonsProps) {
  const words = useStrings().conversation.event;
  const client = useQueryClient();
  const [isKey] = useState(randomKey);
  const earlier = attendees.find(({ address }) => address === answerAs.toLowerCase())?.status;
  const answering = useMutation({
    mutationFn: (answer: EventAnswer) => answerEvent(messageId, answer, `${isKey}-${answer}`),
    onSuccess: ({ conversationId }) => client.invalidateQueries({ queryKey: keys.conversation(conversationId) }),
  });
  const given = answering.variables ?? before ?? earlier;
  return (
    <div className="mt-3 print:hidden">
      <fieldset aria-label={words.answer} className="flex flex-wrap gap-2">
        {eventAnswers.map((answer) => (
          <Button
            key={answer}
            size="sm"
            aria-pressed={given === answer}
            look={given === answer ? "primary" : "default"}
            disabled={answering.isPending}
            onClick={() => answering.mutate(answer)}
          >
            {words.answers[answer]}
          </Button>
        ))}
      </fieldset>
      <output className="mt-1.5 block text-xs text-ink-3">
        {answering.isError
          ? answering.error.message
          : answering.isSuccess
            ? words.answered(answerAs)
            : words.answersAs(answerAs)}
      </output>
    </div>
  );
}
