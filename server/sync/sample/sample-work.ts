import type { ConversationStatus } from "#lib/contracts/vocabulary";

/** What colleagues have done with a sample mail's conversation; people by their place among those who work in its inbox. */
export type SampleWork = {
  /** Found in the subject of its mail. */
  words: string;
  assignee?: number;
  tags?: string[];
  note?: string;
  status?: ConversationStatus;
  /** From now on. */
  snoozedHours?: number;
};

export const sampleTags = [
  { name: "Delivery", color: 0 },
  { name: "Refund", color: 3 },
  { name: "Urgent", color: 6 },
  { name: "Wholesale", color: 9 },
];

export const sampleWork: SampleWork[] = [
  {
    words: "48213",
    assignee: 0,
    tags: ["Delivery", "Urgent"],
    note: "Third cracked lid this month. Could somebody ask the warehouse to change the padding? I would send a new one without asking for the old.",
  },
  { words: "Rechnung März", tags: ["Refund"] },
  { words: "API limits", assignee: 1, note: "Limits are raised at 18:00; all that is left is to tell Priya." },
  { words: "配送先", tags: ["Delivery"] },
  { words: "Remboursement", assignee: 0, tags: ["Refund", "Urgent"] },
  { words: "Cannot sign in", assignee: 1, status: "closed" },
  { words: "Wholesale price list", assignee: 0, tags: ["Wholesale"] },
  { words: "trade prices", assignee: 0, tags: ["Wholesale"], status: "pending" },
  { words: "Angebot für 120", assignee: 1, tags: ["Wholesale"], status: "pending" },
  { words: "Tienen tienda", snoozedHours: 20 },
  { words: "Garanti på", status: "closed" },
  { words: "Is the casserole safe", status: "closed" },
  { words: "Change of address", tags: ["Delivery"], status: "closed" },
  { words: "Discount code", status: "closed" },
];
