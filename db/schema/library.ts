import { bool, id, index, instant, json, looseRef, ref, table, text, uniqueIndex } from "../dialect/sqlite.ts";
import { agents, inboxes } from "./agents.ts";

/** A saved search, its owner's or everybody's; what it finds is what the one who opens it may see. */
export const views = table(
  "views",
  {
    id: id(),
    name: text("name").notNull(),
    ownerId: ref("owner_id", () => agents.id),
    query: text("query").notNull(),
    shared: bool("shared").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("views_by_owner").on(t.ownerId)],
);

/** A person who writes to us, by address. */
export const contacts = table(
  "contacts",
  {
    id: id(),
    emailAddress: text("email_address").notNull(),
    name: text("name").notNull().default(""),
    notes: text("notes").notNull().default(""),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("contacts_by_email").on(t.emailAddress)],
);

export const cannedReplies = table(
  "canned_replies",
  {
    id: id(),
    inboxId: ref("inbox_id", () => inboxes.id),
    name: text("name").notNull(),
    html: text("html").notNull(),
    createdById: looseRef("created_by_id", () => agents.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("canned_replies_by_inbox").on(t.inboxId)],
);

/** When mail arrives that matches, do. */
export const rules = table(
  "rules",
  {
    id: id(),
    inboxId: ref("inbox_id", () => inboxes.id).notNull(),
    name: text("name").notNull(),
    conditions: json<unknown[]>("conditions").notNull().default([]),
    actions: json<unknown[]>("actions").notNull().default([]),
    disabledAt: instant("disabled_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("rules_by_inbox").on(t.inboxId)],
);
