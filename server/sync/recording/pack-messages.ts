/**
 * Messages on their way to another thread: their words as bytes, one behind the other, and numbers, which also say how long each word is.
 * Both lie in memory that threads share and that is used again: hundreds of small objects would be copied by collections of garbage
 * until their window is whole, and once more between the threads.
 */
import type { StoredLists } from "#db/queries/sync/insert-messages";
import type { IncomingMessage } from "./prepare-messages.ts";

/** Both are overwritten when their packer is emptied. */
export type PackedMessages = { bytes: Uint8Array; numbers: Float64Array };

const usualBytes = 512 * 1024;
/** Large headers are rare: what they took is given back. */
const keptBytesMax = 4 * usualBytes;
const usualNumbers = 16 * 1024;

/** Takes messages one by one, so that each is gone before the next is made. */
export class MessagePacker {
  #bytes = Buffer.from(new SharedArrayBuffer(usualBytes));
  #numbers = new Float64Array(new SharedArrayBuffer(usualNumbers * Float64Array.BYTES_PER_ELEMENT));
  #byteCount = 0;
  #numberCount = 0;
  #words = "";

  add(message: IncomingMessage): void {
    const { place, from, json } = message;
    // Written last, when it is known.
    const lengthAt = this.#numberCount;
    this.#number(0);
    this.#number(place.uid);
    this.#number(bitsOf(place));
    this.#number(place.receivedAt.getTime());
    this.#number(message.sizeBytes);
    // No date is no number, as Date has it.
    this.#number(message.sentAt?.getTime() ?? Number.NaN);
    this.#word(place.modseq?.toString() ?? "");
    this.#list(place.keywords);
    this.#list(place.labels);
    this.#word(place.providerMessageId ?? "");
    this.#word(place.providerThreadId ?? "");
    this.#word(message.identity);
    this.#word(message.internetMessageId);
    this.#word(message.inReplyTo);
    this.#list(message.namedIds);
    this.#word(message.subject);
    this.#word(from.name);
    this.#word(from.address);
    this.#list(message.participants);
    this.#word(message.ownToken);
    for (const name of listNames) this.#word(json[name]);
    this.#number(message.attachments.length);
    for (const file of message.attachments) {
      this.#number(file.sizeBytes);
      this.#number(file.inline ? 1 : 0);
      this.#word(file.part);
      this.#word(file.filename);
      this.#word(file.contentType);
      this.#word(file.contentId);
    }
    this.#numbers[lengthAt] = this.#write(this.#words);
    this.#words = "";
  }

  packed(): PackedMessages {
    return { bytes: this.#bytes.subarray(0, this.#byteCount), numbers: this.#numbers.subarray(0, this.#numberCount) };
  }

  empty(): void {
    if (this.#bytes.length > keptBytesMax) this.#bytes = Buffer.from(new SharedArrayBuffer(usualBytes));
    this.#byteCount = 0;
    this.#numberCount = 0;
  }

  #word(word: string): void {
    this.#number(word.length);
    this.#words += word;
  }

  #list(words: readonly string[]): void {
    this.#number(words.length);
    for (const word of words) this.#word(word);
  }

  #number(number: number): void {
    if (this.#numberCount === this.#numbers.length) {
      const larger = new Float64Array(new SharedArrayBuffer(2 * this.#numbers.byteLength));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#numberCount] = number;
    this.#numberCount += 1;
  }

  /** @returns how many bytes it takes */
  #write(text: string): number {
    // Three bytes at most for what is one unit of a string.
    const needed = this.#byteCount + 3 * text.length;
    if (needed > this.#bytes.length) {
      const larger = Buffer.from(new SharedArrayBuffer(2 * needed));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    const length = this.#bytes.write(text, this.#byteCount);
    this.#byteCount += length;
    return length;
  }
}

/** In the order in which they were packed. */
export function unpackMessages(packed: PackedMessages): IncomingMessage[] {
  const unpacker = new Unpacker(packed);
  const messages: IncomingMessage[] = [];
  while (unpacker.hasMore) messages.push(unpacker.message());
  return messages;
}

class Unpacker {
  readonly #bytes: Buffer;
  readonly #numbers: Float64Array;
  #bytesRead = 0;
  #read = 0;
  /** Of the message at hand. */
  #words = "";
  #at = 0;

  constructor({ bytes, numbers }: PackedMessages) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#numbers = numbers;
  }

  get hasMore(): boolean {
    return this.#read < this.#numbers.length;
  }

  message(): IncomingMessage {
    const end = this.#bytesRead + this.#number();
    this.#words = this.#bytes.toString("utf8", this.#bytesRead, end);
    this.#bytesRead = end;
    this.#at = 0;
    const uid = this.#number();
    const bits = this.#number();
    const receivedAt = new Date(this.#number());
    const sizeBytes = this.#number();
    const sentAt = this.#number();
    return {
      place: {
        uid,
        ...flagsOf(bits),
        modseq: bigintOf(this.#word()),
        keywords: this.#list(),
        labels: this.#list(),
        providerMessageId: this.#word() || null,
        providerThreadId: this.#word() || null,
        receivedAt,
      },
      sizeBytes,
      sentAt: Number.isNaN(sentAt) ? null : new Date(sentAt),
      identity: this.#word(),
      internetMessageId: this.#word(),
      inReplyTo: this.#word(),
      namedIds: this.#list(),
      subject: this.#word(),
      from: { name: this.#word(), address: this.#word() },
      participants: this.#list(),
      ownToken: this.#word(),
      json: this.#lists(),
      attachments: this.#files(),
    };
  }

  #lists(): StoredLists {
    return {
      references: this.#word(),
      to: this.#word(),
      cc: this.#word(),
      bcc: this.#word(),
      replyTo: this.#word(),
      headers: this.#word(),
      parts: this.#word(),
    };
  }

  #files(): IncomingMessage["attachments"] {
    const files: IncomingMessage["attachments"] = [];
    for (let left = this.#number(); left > 0; left -= 1) {
      files.push({
        sizeBytes: this.#number(),
        inline: this.#number() === 1,
        part: this.#word(),
        filename: this.#word(),
        contentType: this.#word(),
        contentId: this.#word(),
      });
    }
    return files;
  }

  #number(): number {
    const number = this.#numbers[this.#read] ?? 0;
    this.#read += 1;
    return number;
  }

  #word(): string {
    const start = this.#at;
    this.#at += this.#number();
    return this.#words.slice(start, this.#at);
  }

  #list(): string[] {
    const words: string[] = [];
    for (let left = this.#number(); left > 0; left -= 1) words.push(this.#word());
    return words;
  }
}

const listNames = ["references", "to", "cc", "bcc", "replyTo", "headers", "parts"] as const;

type Flags = Pick<IncomingMessage["place"], "seen" | "flagged" | "answered" | "draft" | "deleted">;

function bitsOf({ seen, flagged, answered, draft, deleted }: Flags): number {
  return (seen ? 1 : 0) | (flagged ? 2 : 0) | (answered ? 4 : 0) | (draft ? 8 : 0) | (deleted ? 16 : 0);
}

function flagsOf(bits: number): Flags {
  return {
    seen: (bits & 1) > 0,
    flagged: (bits & 2) > 0,
    answered: (bits & 4) > 0,
    draft: (bits & 8) > 0,
    deleted: (bits & 16) > 0,
  };
}

const bigintOf = (word: string) => (word === "" ? null : BigInt(word));
