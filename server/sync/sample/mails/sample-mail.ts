export const sampleFolders = ["INBOX", "Sent", "Drafts", "Archive", "Junk", "Trash", "Suppliers"] as const;
export type SampleFolder = (typeof sampleFolders)[number];

/** A mail of the sample mailbox; its bytes are made when they are asked for, the same each time. */
export type SampleMail = {
  folder: SampleFolder;
  /** Message-ID without brackets. */
  id: string;
  receivedAt: Date;
  flags: string[];
  source: () => Promise<Buffer>;
};
