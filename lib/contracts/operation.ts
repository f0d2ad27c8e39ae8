/** What an operation needs beyond the rows it points to; which shape belongs to which kind is told by `kind`. */
export type OperationPayload =
  | { kind: "store-flags"; add: string[]; remove: string[] }
  | { kind: "move"; toFolderId: number }
  | { kind: "send" }
  | { kind: "append-sent" }
  | { kind: "fetch-body" }
  | { kind: "fetch-source" }
  | { kind: "fetch-attachment"; attachmentId: number };
