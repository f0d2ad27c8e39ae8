/** One leaf of a BODYSTRUCTURE (RFC 3501 §7.4.2). */
export type MessagePart = {
  /** Part number as FETCH wants it, e.g. `1.2`. */
  part: string;
  /** Lower-cased, e.g. `text/plain`. */
  contentType: string;
  charset: string;
  encoding: string;
  /** Encoded size. */
  sizeBytes: number;
  filename: string;
  contentId: string;
  disposition: "" | "inline" | "attachment";
};
