/** Messages on their way to another thread, as one text: hundreds of small objects would cost more to copy between threads than to read. */
import type { IncomingMessage } from "./prepare-messages.ts";

type Place = IncomingMessage["place"];
type Packed = Omit<IncomingMessage, "sentAt" | "place"> & {
  sentAt: number | null;
  place: Omit<Place, "modseq" | "receivedAt"> & { modseq: string | null; receivedAt: number };
};

export function packMessages(messages: readonly IncomingMessage[]): string {
  return JSON.stringify(
    messages.map(({ sentAt, place: { modseq, receivedAt, ...place }, ...message }): Packed =>
      Object.assign(message, {
        sentAt: sentAt?.getTime() ?? null,
        place: Object.assign(place, { modseq: modseq?.toString() ?? null, receivedAt: receivedAt.getTime() }),
      }),
    ),
  );
}

export function unpackMessages(text: string): IncomingMessage[] {
  const packed: Packed[] = JSON.parse(text);
  return packed.map(({ sentAt, place: { modseq, receivedAt, ...place }, ...message }) =>
    Object.assign(message, {
      sentAt: sentAt === null ? null : new Date(sentAt),
      place: Object.assign(place, {
        modseq: modseq === null ? null : BigInt(modseq),
        receivedAt: new Date(receivedAt),
      }),
    }),
  );
}
