import type { MessageStructureObject } from "imapflow";
import type { MessagePart } from "#lib/contracts/message-part";

/** The leaves of a BODYSTRUCTURE in order. A message inside a message is one leaf: it is opened by whoever reads it. */
export function messageParts(structure: MessageStructureObject): MessagePart[] {
  if (structure.type !== "message/rfc822" && structure.childNodes) return structure.childNodes.flatMap(messageParts);
  const { disposition } = structure;
  return [
    {
      // The only part of a message without parts is 1 (RFC 3501 §6.4.5).
      part: structure.part ?? "1",
      contentType: structure.type === "/" ? "text/plain" : structure.type,
      charset: (structure.parameters?.["charset"] ?? "").toLowerCase(),
      encoding: structure.encoding ?? "",
      sizeBytes: structure.size ?? 0,
      filename: structure.dispositionParameters?.["filename"] ?? structure.parameters?.["name"] ?? "",
      contentId: (structure.id ?? "").replaceAll(/^<|>$/g, ""),
      // An unknown disposition is to be treated as an attachment (RFC 2183 §2.8).
      disposition: !disposition ? "" : disposition === "inline" ? "inline" : "attachment",
    },
  ];
}
