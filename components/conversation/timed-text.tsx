"use client";

import { Fragment } from "react";
import { findTimes } from "#lib/mail/find-times";
import { useSayTime } from "./use-say-time.ts";

/** Words in which a time with a zone says what it is on the reader's clock. */
export function TimedText({ text, sentAt }: { text: string; sentAt: string }) {
  const sayTime = useSayTime();
  const times = findTimes(text, new Date(sentAt));
  if (times.length === 0) return text;
  const ends = [0, ...times.map(({ end }) => end)];
  return (
    <>
      {times.map(({ start, end, at }, index) => (
        <Fragment key={start}>
          {text.slice(ends[index], start)}
          <time
            dateTime={at.toISOString()}
            title={sayTime(at.toISOString())}
            className="cursor-help underline decoration-dotted underline-offset-3"
          >
            {text.slice(start, end)}
          </time>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
