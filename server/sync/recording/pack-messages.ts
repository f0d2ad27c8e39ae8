/** Messages on their way to another thread, as one text: hundreds of small objects would cost more to copy between threads than to read. */
import type { IncomingMessage } from "./prepare-messages.ts";

type Place = IncomingMessage["place"];
type Packed = Omit<IncomingMessage, "sentAt" | "place"> & {
  sentAt: number | null;
  place: Omit<Place, "modseq" | "receivedAt"> & { modseq: string | null; receivedAt: number };
};

/** One by one as they are given, so that one made for this is gone before the next is made. */
export function packMessages(messages: Iterable<IncomingMessage>): string {
  const pieces: string[] = [];
  for (const message of messages) pieces.push(JSON.stringify(packed(message)));
  return `[${pieces.join(",")}]`;
}

function packed(message: IncomingMessage): Packed {
  const { modseq, receivedAt } = message.place;
  return {
    ...message,
    sentAt: message.sentAt?.getTime() ?? null,
    place: { ...message.place, modseq: modseq?.toString() ?? null, receivedAt: receivedAt.getTime() },
  };
}

export function unpackMessages(text: string): IncomingMessage[] {
  const messages: Packed[] = JSON.parse(text);
  return messages.map((message) => {
    const { sentAt, place } = message;
    return Object.assign(message, {
      sentAt: sentAt === null ? null : new Date(sentAt),
      place: Object.assign(place, {
        modseq: place.modseq === null ? null : BigInt(place.modseq),
        receivedAt: new Date(place.receivedAt),
      }),
    });
  });
}
