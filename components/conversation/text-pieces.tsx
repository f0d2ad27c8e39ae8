import { Fragment } from "react";
import { linkify } from "#lib/linkify";
import { TimedText } from "./timed-text.tsx";

export type TextPiecesProps = {
  text: string;
  /** Draws `@Name` as said to somebody. */
  marksMentions?: boolean;
  /** When it was written: then times that mean one instant are said on the reader's clock. */
  sentAt?: string;
};

/** Plain text with its links: nodes, never markup, so that nothing a stranger wrote becomes part of the page. */
export function TextPieces({ text, marksMentions = false, sentAt }: TextPiecesProps) {
  let offset = 0;
  return linkify(text).map((piece) => {
    const key = offset;
    offset += piece.text.length;
    if (piece.href === undefined) return <Fragment key={key}>{wordsOf(piece.text, marksMentions, sentAt)}</Fragment>;
    return (
      <a
        key={key}
        href={piece.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="text-accent underline-offset-2 hover:underline"
      >
        {piece.text}
      </a>
    );
  });
}

function wordsOf(text: string, marksMentions: boolean, sentAt: string | undefined) {
  if (marksMentions) return <Mentions text={text} />;
  return sentAt === undefined ? text : <TimedText text={text} sentAt={sentAt} />;
}

function Mentions({ text }: { text: string }) {
  let offset = 0;
  return text.split(/(?<![\p{L}\p{N}])(@[\p{L}\p{N}][\p{L}\p{N}._-]*)/u).map((part) => {
    const key = offset;
    offset += part.length;
    return part.startsWith("@") ? (
      <b key={key} className="text-accent">
        {part}
      </b>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
